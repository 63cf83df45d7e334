// The pages on the desk: pictures that are fetched when they come near, text to be selected above
// them, marks where remarks are, and the place that stays when pages change.
import { Sheet } from "./sheet.js";

const PIXELS_A_POINT = 96 / 72;
const STEPS = [30, 40, 50, 60, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300];
const KEPT = "cho_dang_xem";
const SIZE = "co_hien_thi";

// What the browser keeps for us, where its settings let it.
const keep = (storage, name, value) => {
  try {
    window[storage].setItem(name, value);
  } catch {
    // the page works without
  }
};
const kept = (storage, name) => {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
};

export class Paper {
  constructor({ desk, pages, onPage, onMark }) {
    Object.assign(this, { desk, box: pages, onPage, onMark });
    this.sheets = [];
    this.mode = "rong";
    this.near = new IntersectionObserver((seen) => this.approach(seen), {
      root: desk,
      rootMargin: "120% 0px",
    });
    desk.addEventListener("scroll", () => this.scrolled(), { passive: true });
    desk.addEventListener("click", (event) => this.clicked(event));
    desk.addEventListener("mousemove", (event) => {
      desk.classList.toggle("tren_dau", this.hit(event) >= 0);
    });
    this.width = 0;
    new ResizeObserver(() => this.resized()).observe(desk);
  }

  // Pages of the same name keep their element; others take over the one at their place, whose
  // picture stays until the new one is there.
  show(pages, changed, first) {
    if (pages.map((page) => page.key).join() === this.sheets.map((one) => one.page.key).join()) return;
    const place = this.sheets.length ? this.place() : this.stored();
    const wanted = new Set(pages.map((page) => page.key));
    const held = new Map();
    const free = new Map();
    this.sheets.forEach((sheet, index) => {
      if (!wanted.has(sheet.page.key)) free.set(index, sheet);
      else held.set(sheet.page.key, [...(held.get(sheet.page.key) || []), sheet]);
    });
    const taken = pages.map((page, index) => {
      const sheet = held.get(page.key)?.shift() || free.get(index) || new Sheet();
      free.delete(index);
      return sheet;
    });
    for (const sheet of this.sheets) if (!taken.includes(sheet)) this.remove(sheet);
    taken.forEach((sheet, index) => {
      const there = this.box.children[index];
      if (there !== sheet.root) this.box.insertBefore(sheet.root, there || null);
      sheet.become(pages[index], index + 1, pages.length);
      sheet.root.classList.toggle("vua_doi", changed.includes(index) && !first);
    });
    this.sheets = taken;
    this.measure();
    this.restore(place);
    for (const sheet of taken) {
      this.near.unobserve(sheet.root);
      this.near.observe(sheet.root);
    }
    this.readAll();
    this.onPage(this.current());
  }

  remove(sheet) {
    this.near.unobserve(sheet.root);
    sheet.root.remove();
  }

  approach(seen) {
    for (const entry of seen) {
      const sheet = this.sheets.find((one) => one.root === entry.target);
      if (!sheet) continue;
      sheet.isNear = entry.isIntersecting;
      if (sheet.isNear) sheet.fetchPicture(this.scale());
    }
  }

  // The text of all pages, one after the other, so that it can be searched.
  async readAll() {
    const turn = (this.turn = (this.turn || 0) + 1);
    for (const sheet of [...this.sheets]) {
      if (turn !== this.turn) return;
      await sheet.fetchText();
    }
  }

  scale() {
    const widest = Math.max(1, ...this.sheets.map((one) => one.page.width));
    const highest = Math.max(1, ...this.sheets.map((one) => one.page.height));
    const across = (this.desk.clientWidth - 60) / widest;
    const down = (this.desk.clientHeight - 64) / highest;
    if (this.mode === "rong") return Math.min(Math.max(across, 0.3), 1.75);
    if (this.mode === "trang") return Math.max(Math.min(across, down), 0.2);
    return (Number(this.mode) / 100) * PIXELS_A_POINT;
  }

  measure() {
    const scale = this.scale();
    this.drawn = scale;
    for (const sheet of this.sheets) sheet.resize(scale);
  }

  zoom(mode) {
    const place = this.place();
    this.mode = mode;
    keep("localStorage", SIZE, mode);
    this.measure();
    this.restore(place);
  }

  remembered() {
    const size = kept("localStorage", SIZE) || "rong";
    return /^(rong|trang|[0-9]{2,3})$/.test(size) ? size : "rong";
  }

  // The next larger or smaller percentage, as the zoom takes it.
  step(by) {
    const now = (this.scale() / PIXELS_A_POINT) * 100;
    const next = by > 0 ? STEPS.find((one) => one > now + 1) : STEPS.findLast((one) => one < now - 1);
    return String(next || (by > 0 ? STEPS.at(-1) : STEPS[0]));
  }

  resized() {
    if (Math.abs(this.scale() - (this.drawn || 0)) < 1e-4) return;
    const place = this.place();
    this.measure();
    this.restore(place);
  }

  // Page (from 0) at the upper edge, and how far down in it the edge is, in points.
  place() {
    const top = this.desk.scrollTop;
    const index = this.sheets.findIndex((one) => one.bottom() > top);
    if (index < 0) return { index: 0, offset: 0 };
    return { index, offset: (top - this.sheets[index].top()) / (this.drawn || this.scale()) };
  }

  restore(place) {
    const sheet = this.sheets[Math.min(place.index, this.sheets.length - 1)];
    if (sheet) this.desk.scrollTop = sheet.top() + place.offset * this.drawn;
  }

  stored() {
    try {
      const { index, offset } = JSON.parse(kept("sessionStorage", KEPT));
      return { index: Number(index) || 0, offset: Number(offset) || 0 };
    } catch {
      return { index: 0, offset: -1e3 };
    }
  }

  scrolled() {
    this.onPage(this.current());
    if (this.sheets.length) keep("sessionStorage", KEPT, JSON.stringify(this.place()));
  }

  // The number of the page in the middle of the desk.
  current() {
    const middle = this.desk.scrollTop + this.desk.clientHeight / 2;
    const index = this.sheets.findIndex((one) => one.bottom() > middle);
    return this.sheets.length ? (index < 0 ? this.sheets.length : index + 1) : 0;
  }

  go(number) {
    const index = Math.min(Math.max(number, 1), this.sheets.length) - 1;
    if (index >= 0) this.desk.scrollTop = this.sheets[index].top() - 12;
  }

  mark(remarks, chosen) {
    this.remarks = remarks;
    this.sheets.forEach((sheet, index) => sheet.mark(remarks, chosen, index));
  }

  // Bring a spot into view, a third down from the top.
  reveal(spot) {
    const sheet = this.sheets[spot.page];
    if (!sheet) return;
    const [, top, , height] = spot.boxes[0];
    const from = sheet.top() + top * this.drawn;
    const to = from + height * this.drawn;
    const seen = from >= this.desk.scrollTop + 20 && to <= this.desk.scrollTop + this.desk.clientHeight - 20;
    if (!seen) this.desk.scrollTop = from - this.desk.clientHeight / 3;
  }

  clicked(event) {
    const index = this.hit(event);
    if (index >= 0 && String(getSelection()) === "") this.onMark(index);
  }

  // The remark whose words are under the pointer, or -1.
  hit(event) {
    const root = event.target.closest?.(".trang");
    const page = this.sheets.findIndex((one) => one.root === root);
    if (page < 0 || document.body.classList.contains("chua_kiem")) return -1;
    const frame = root.getBoundingClientRect();
    const x = (event.clientX - frame.left) / this.drawn;
    const y = (event.clientY - frame.top) / this.drawn;
    const inside = ([left, top, width, height]) =>
      x >= left - 1 && x <= left + width + 1 && y >= top - 2 && y <= top + height + 2;
    return (this.remarks || []).findIndex((remark) =>
      remark.spots.some((spot) => spot.page === page && spot.boxes.some(inside)),
    );
  }
}
