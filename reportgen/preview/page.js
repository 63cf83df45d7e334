// The whole page: listens to the program, and hands each view on to paper and panel.
import { Panel } from "./panel.js";
import { Paper } from "./paper.js";

const byId = (id) => document.getElementById(id);
let view = null;
let events = null;

const paper = new Paper({
  desk: byId("ban"),
  pages: byId("cac_trang"),
  onPage: showPage,
  onMark: (index) => panel.choose(index),
});
const panel = new Panel({ root: byId("nhan_xet"), list: byId("danh_sach"), onChoose: showRemark });

function listen() {
  if (events) events.close();
  events = new EventSource("su_kien");
  events.onmessage = (event) => apply(JSON.parse(event.data));
  events.onerror = () => setStatus("mat", "mất kết nối; chương trình đã dừng?");
}

function apply(next) {
  const first = view === null;
  view = next;
  byId("ten_tep").textContent = shortName(view.tieu_de);
  byId("ten_tep").title = `${view.tieu_de}\n${view.ghi_chu}`;
  document.body.classList.toggle("chua_kiem", !view.da_kiem_tra);
  paper.show(view.trang, view.doi, first);
  panel.show(view);
  paper.mark(view.nhan_xet, panel.chosen);
  showState();
  if (!byId("nguon").hidden) showSource(panel.current(), false);
}

// The file and the folder that it lies in.
function shortName(path) {
  return path.split(/[\\/]/).slice(-2).join("/");
}

function showState() {
  const { dang_dung: busy, hong: broken, trang: pages, dem: counts } = view;
  const changed = view.doi.map((number) => number + 1);
  const which = changed.length > 3 ? `${changed.slice(0, 3).join(", ")}…` : changed.join(", ");
  if (busy && !view.doi.length) setStatus("cho", "đang dựng…");
  else if (broken) setStatus("hong", `có lỗi lúc ${view.thu_luc}`);
  else setStatus("duoc", `đã dựng lúc ${view.dung_luc}${which ? ` · đổi trang ${which}` : ""}`);
  const note = byId("bao");
  note.hidden = !(broken && pages.length);
  const told = `Hồ sơ đang có lỗi nên chưa dựng lại được. Dưới đây là các trang dựng lúc ${view.dung_luc}.`;
  if (note.textContent !== told) note.textContent = told;
  byId("trong").hidden = pages.length > 0;
  byId("trong_chu").textContent = broken
    ? "Chưa dựng được trang nào. Sửa các lỗi nêu bên phải rồi lưu lại, trang sẽ tự hiện ra."
    : "Đang dựng các trang…";
  byId("mo_pdf").hidden = !pages.length;
  byId("tong_trang").textContent = pages.length || "–";
  document.title = `${counts.loi ? `(${counts.loi} lỗi) ` : ""}${shortName(view.tieu_de)}`;
}

function setStatus(kind, text) {
  const status = byId("trang_thai");
  status.className = `trang_thai ${kind}`;
  if (status.textContent !== text) status.textContent = text;
}

function showPage(number) {
  const box = byId("so_trang");
  if (document.activeElement !== box) box.value = number || "–";
}

function showRemark(remark) {
  paper.mark(view.nhan_xet, panel.chosen);
  if (remark.spots.length) paper.reveal(remark.spots[0]);
  showSource(remark, true);
}

let asked = 0;
async function showSource(remark, chosenNow) {
  const pane = byId("nguon");
  if (!remark || !remark.source) {
    if (chosenNow) closeSource();
    return;
  }
  const turn = ++asked;
  const answer = await fetch(`nguon/${remark.source}.json`).catch(() => null);
  if (!answer || !answer.ok || turn !== asked) return;
  const source = await answer.json();
  if (turn !== asked) return;
  pane.hidden = false;
  byId("nguon_ten").textContent = source.file;
  byId("nguon_dong").textContent = remark.line
    ? `${remark.sheet ? `trang “${remark.sheet}”, ` : ""}dòng ${remark.line}`
    : "";
  fillSource(source, remark, chosenNow);
}

function fillSource(source, remark, scroll) {
  const box = byId("nguon_chu");
  const sheets = Object.keys(source.sheets);
  const lines = source.sheets[remark.sheet] || source.sheets[sheets[0]] || [];
  const target = remark.line || 1;
  const around = lines.filter(([number]) => Math.abs(number - target) <= 600);
  const rows = around.map(([number, text]) => row(number, text, number === remark.line));
  if (source.remark) rows.push(gap(source.remark));
  if (around.length < lines.length) rows.push(gap(`… tệp có ${lines.length} dòng, chỉ hiện quanh dòng này`));
  box.replaceChildren(...rows);
  const line = box.querySelector(".chon");
  if (line && (scroll || !inView(line, box))) {
    box.scrollTop = line.offsetTop - box.offsetTop - (box.clientHeight - line.offsetHeight) / 2;
  }
  if (scroll && remark.spots.length) paper.reveal(remark.spots[0]);
}

function row(number, text, chosen) {
  const line = document.createElement("div");
  line.className = chosen ? "dong chon" : "dong";
  line.dataset.dong = number;
  if (chosen) line.setAttribute("aria-current", "true");
  const label = document.createElement("b");
  label.textContent = number;
  const words = document.createElement("span");
  words.textContent = text || " ";
  line.append(label, words);
  return line;
}

function gap(text) {
  const line = document.createElement("div");
  line.className = "dong chen";
  line.textContent = text;
  return line;
}

function inView(line, box) {
  const top = line.offsetTop - box.offsetTop;
  return top >= box.scrollTop && top + line.offsetHeight <= box.scrollTop + box.clientHeight;
}

function closeSource() {
  asked += 1;
  byId("nguon").hidden = true;
}

function togglePanel() {
  const aside = byId("nhan_xet");
  aside.hidden = !aside.hidden;
  byId("dong_mo").setAttribute("aria-expanded", String(!aside.hidden));
}

byId("nguon_dong_lai").onclick = closeSource;
byId("dong_mo").onclick = togglePanel;
byId("trang_truoc").onclick = () => paper.go(paper.current() - 1);
byId("trang_sau").onclick = () => paper.go(paper.current() + 1);
byId("so_trang").onchange = (event) => paper.go(Number.parseInt(event.target.value, 10) || 1);
byId("so_trang").onfocus = (event) => event.target.select();
byId("nho_hon").onclick = () => zoom(paper.step(-1));
byId("to_hon").onclick = () => zoom(paper.step(1));
byId("co").onchange = (event) => zoom(event.target.value);

function zoom(value) {
  const select = byId("co");
  if (![...select.options].some((option) => option.value === value)) {
    const option = new Option(`${value}%`, value);
    select.add(option);
  }
  select.value = value;
  paper.zoom(value);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select");
  if (event.key === "F8") panel.move(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape") closeSource();
  else if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  else if (event.key === "+" || event.key === "=") zoom(paper.step(1));
  else if (event.key === "-") zoom(paper.step(-1));
  else return;
  event.preventDefault();
});

// A browser keeps six connections to a server: tabs that nobody sees must not hold one each.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) events?.close();
  else listen();
});

zoom(paper.remembered());
byId("ban").classList.add("tu_dau");
byId("ban").onblur = () => byId("ban").classList.remove("tu_dau");
byId("ban").focus();
listen();
