// The remarks beside the pages: a card each, filtered by how much they weigh.
const NAMES = { loi: "lỗi", canh_bao: "cảnh báo", goi_y: "gợi ý" };

function element(tag, kind, text) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
}

const identity = (remark) => [remark.code, remark.message, remark.file, remark.place, remark.before].join("\n");

export class Panel {
  constructor({ root, list, onChoose }) {
    this.list = list;
    this.note = root.querySelector(".ghi_chu");
    this.onChoose = onChoose;
    this.remarks = [];
    this.chosen = -1;
    this.last = null;
    this.hiddenKinds = new Set();
    this.filters = [...root.querySelectorAll(".loc button")];
    for (const button of this.filters) button.onclick = () => this.filter(button);
    list.addEventListener("keydown", (event) => this.step(event));
  }

  show(view) {
    const before = this.current();
    this.remarks = view.nhan_xet;
    this.chosen = before ? this.remarks.findIndex((one) => identity(one) === identity(before)) : -1;
    for (const button of this.filters) {
      button.querySelector("b").textContent = view.dem[button.dataset.muc];
    }
    this.note.textContent = this.told(view);
    this.list.classList.toggle("cu", !view.da_kiem_tra && this.remarks.length > 0);
    const state = JSON.stringify(this.remarks);
    if (state !== this.state || (view.da_kiem_tra && !this.checked)) this.fill(view);
    this.state = state;
    this.checked = view.da_kiem_tra;
  }

  told(view) {
    if (view.hong) return "Các lỗi phải sửa để dựng được trang:";
    if (!view.da_kiem_tra) return view.trang.length ? "Đang kiểm tra…" : "Đang dựng…";
    return this.remarks.length ? "Bấm vào một nhận xét để xem chỗ ấy trên trang và dòng trong tệp." : "";
  }

  fill(view) {
    const focused = this.list.contains(document.activeElement);
    const top = this.list.scrollTop;
    this.cards = this.remarks.map((remark, index) => this.card(remark, index));
    this.list.replaceChildren(...this.cards);
    if (view.da_kiem_tra && !this.remarks.length) {
      this.list.append(element("li", "sach", "✓ Không thấy chỗ nào cần sửa"));
    }
    this.list.scrollTop = top;
    if (focused) (this.links()[Math.max(this.chosen, 0)] || this.list).focus();
  }

  card(remark, index) {
    const card = element("li", remark.severity);
    card.classList.toggle("chon", index === this.chosen);
    card.hidden = this.hiddenKinds.has(remark.severity);
    const head = element("div", "muc");
    head.append(element("b", "", NAMES[remark.severity]), element("span", "", remark.heading));
    head.append(element("span", "ma", remark.code));
    card.append(head, element("p", "thong_bao", remark.message));
    if (remark.quote) card.append(quotation(remark));
    for (const [title, text] of [["Vì sao", remark.why], ["Cách sửa", remark.hint]]) {
      if (!text) continue;
      const line = element("p", "chi_tiet");
      line.append(element("b", "", `${title}: `), text);
      card.append(line);
    }
    card.append(this.place(remark, index));
    card.onclick = () => {
      if (String(getSelection()) === "") this.choose(index);
    };
    return card;
  }

  place(remark, index) {
    const line = element("p", "noi");
    const page = remark.spots.length ? `trang ${remark.spots[0].page + 1}` : "";
    const link = element("a", "", remark.place || page || "cả văn bản");
    link.href = "#";
    link.title = remark.file;
    link.onclick = (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.choose(index);
    };
    line.append(link);
    if (page && remark.place) line.append(` · ${page}`);
    return line;
  }

  choose(index) {
    this.chosen = index;
    this.cards.forEach((card, number) => card.classList.toggle("chon", number === index));
    this.cards[index].scrollIntoView({ block: "nearest" });
    this.onChoose(this.remarks[index]);
  }

  current() {
    return this.remarks[this.chosen] || null;
  }

  // The next remark that is not filtered away, round and round.
  move(by) {
    const count = this.remarks.length;
    const start = this.chosen < 0 && by < 0 ? 0 : this.chosen;
    for (let step = 1; step <= count; step += 1) {
      const index = (((start + by * step) % count) + count) % count;
      if (this.cards[index].hidden) continue;
      this.choose(index);
      this.links()[index].focus({ preventScroll: true });
      return;
    }
  }

  links() {
    return [...this.list.querySelectorAll(".noi a")];
  }

  step(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = this.links().filter((link) => link.offsetParent);
    const at = links.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    links[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }

  filter(button) {
    const kind = button.dataset.muc;
    if (!this.hiddenKinds.delete(kind)) this.hiddenKinds.add(kind);
    button.setAttribute("aria-pressed", String(!this.hiddenKinds.has(kind)));
    this.remarks.forEach((remark, index) => {
      this.cards[index].hidden = this.hiddenKinds.has(remark.severity);
    });
  }
}

function quotation(remark) {
  const words = element("p", "trich");
  words.append(remark.before ? `…${remark.before}` : "", element("mark", "", remark.quote));
  words.append(remark.after ? `${remark.after}…` : "");
  return words;
}
