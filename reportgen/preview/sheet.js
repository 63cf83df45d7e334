// One page: its picture, the text above it to be selected, the marks of remarks.
const canvas = document.createElement("canvas").getContext("2d");

export class Sheet {
  constructor() {
    this.root = document.createElement("section");
    this.root.className = "trang";
    this.root.innerHTML =
      '<div class="giay"><img alt=""><div class="lop"><div class="cac_dau" aria-hidden="true"></div><div class="chu"></div></div></div><div class="so" aria-hidden="true"></div>';
    this.picture = this.root.querySelector("img");
    this.picture.hidden = true;
    this.layer = this.root.querySelector(".lop");
    this.marks = this.root.querySelector(".cac_dau");
    this.text = this.root.querySelector(".chu");
    this.page = { key: "", width: 1, height: 1 };
    this.isNear = false;
  }

  become(page, number, count) {
    if (page.key !== this.page.key) {
      this.read = "";
      this.asked = "";
    }
    this.page = page;
    this.root.dataset.trang = page.key;
    this.root.setAttribute("aria-label", `Trang ${number}`);
    this.root.querySelector(".so").textContent = `Trang ${number}/${count}`;
  }

  top() {
    return this.root.offsetTop;
  }

  bottom() {
    return this.root.offsetTop + this.root.offsetHeight;
  }

  resize(scale) {
    this.root.style.width = `${this.page.width * scale}px`;
    this.root.style.height = `${this.page.height * scale}px`;
    this.layer.style.transform = `scale(${scale})`;
    if (this.isNear) this.fetchPicture(scale);
  }

  async fetchPicture(scale) {
    const pixels = Math.round(this.page.width * scale * (window.devicePixelRatio || 1));
    const address = `trang/${this.page.key}/${Math.min(Math.max(pixels, 50), 4000)}.png`;
    if (this.asked === address) return;
    this.asked = address;
    const picture = new Image();
    picture.src = address;
    try {
      await picture.decode();
    } catch {
      if (this.asked === address) this.asked = "";
      return;
    }
    if (this.asked !== address) return;
    picture.alt = "";
    picture.dataset.trang = this.page.key;
    this.picture.replaceWith(picture);
    this.picture = picture;
  }

  async fetchText() {
    const { key } = this.page;
    if (this.read === key) return;
    const answer = await fetch(`trang/${key}.json`).catch(() => null);
    if (!answer || !answer.ok || this.page.key !== key) return;
    const lines = await answer.json();
    if (this.page.key !== key) return;
    this.read = key;
    this.text.replaceChildren(...lines.flatMap((line) => [placed(line), document.createElement("br")]));
  }

  mark(remarks, chosen, index) {
    const marks = remarks.flatMap((remark, number) =>
      remark.spots
        .filter((spot) => spot.page === index)
        .flatMap((spot) => spot.boxes.map((box) => mark(box, remark.severity, number === chosen))),
    );
    this.marks.replaceChildren(...marks);
  }
}

function placed({ text, left, top, width, height }) {
  const span = document.createElement("span");
  const size = Math.max(height, 4);
  canvas.font = `${size}px "Times New Roman", "Liberation Serif", Tinos, serif`;
  const natural = canvas.measureText(text).width || 1;
  span.textContent = text;
  Object.assign(span.style, { left: `${left}px`, top: `${top}px`, fontSize: `${size}px` });
  span.style.transform = `scaleX(${width / natural})`;
  return span;
}

function mark([left, top, width, height], kind, chosen) {
  const box = document.createElement("div");
  box.className = chosen ? `dau ${kind} chon` : `dau ${kind}`;
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
  Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
  return box;
}
