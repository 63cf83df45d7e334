// Word files by docx-js, of everything that it can set: node foreign_documents.cjs FOLDER
const fs = require("fs");
const path = require("path");
const d = require("docx");

const text = (value, options = {}) => new d.TextRun({ text: value, ...options });
const line = (...children) =>
  new d.Paragraph({
    children: children.map((one) => (typeof one === "string" ? text(one) : one)),
  });
const cell = (children, options = {}) =>
  new d.TableCell({
    children: children.map((one) => (typeof one === "string" ? line(one) : one)),
    ...options,
  });
const row = (cells, options = {}) => new d.TableRow({ children: cells, ...options });
const table = (rows) => new d.Table({ rows, width: { size: 100, type: d.WidthType.PERCENTAGE } });
const listed = (value, level, reference = "nhan") =>
  new d.Paragraph({ children: [text(value)], numbering: { reference, level } });

const level = (number, format, shown) => ({
  level: number,
  format,
  text: shown,
  alignment: d.AlignmentType.LEFT,
});
const numbering = {
  config: [
    {
      reference: "nhan",
      levels: [
        level(0, d.LevelFormat.UPPER_ROMAN, "%1."),
        level(1, d.LevelFormat.DECIMAL, "%2."),
        level(2, d.LevelFormat.LOWER_LETTER, "%3)"),
      ],
    },
  ],
};

const author = { author: "Văn phòng", date: "2025-09-19T00:00:00Z" };
const reviewer = { author: "Thu", date: new Date("2025-09-19T00:00:00Z") };

const documents = {
  danh_sach: {
    numbering,
    sections: [
      {
        children: [
          listed("Kết quả các mặt công tác", 0),
          listed("Chỉ đạo, triển khai", 1),
          listed("Nổi bật trong kỳ", 2),
          listed("Hạn chế, vướng mắc", 2),
          listed("Tuyên truyền", 1),
          listed("Nhiệm vụ tháng tới", 0),
          new d.Paragraph({ text: "Gạch đầu dòng", bullet: { level: 0 } }),
          new d.Paragraph({ text: "Gạch cấp hai", bullet: { level: 1 } }),
        ],
      },
    ],
  },
  bang_long_nhau: {
    sections: [
      {
        children: [
          line("Trước bảng"),
          table([
            row([
              cell(["Ngoài một", table([row([cell(["Trong một"]), cell(["Trong hai"])])]), ""]),
              cell(["Ngoài hai"]),
            ]),
            row([cell(["Ngoài ba"]), cell(["12.340", "98,77%"])]),
          ]),
          line("Sau bảng"),
        ],
      },
    ],
  },
  o_gop: {
    sections: [
      {
        children: [
          table([
            row([cell(["TT"], { rowSpan: 2 }), cell(["Hồ sơ"], { columnSpan: 2 })], {
              tableHeader: true,
            }),
            row([cell(["Tiếp nhận"]), cell(["Giải quyết"])], { tableHeader: true }),
            row([cell(["1"]), cell(["30.532"]), cell(["29.001"], { rowSpan: 2 })]),
            row([cell(["2"]), cell(["14"])]),
            row([cell(["Cộng cả bảng"], { columnSpan: 3 })]),
          ]),
        ],
      },
    ],
  },
  chu_thich: {
    footnotes: {
      1: { children: [line("Quyết định số 06/QĐ-TTg ngày 06/01/2022;"), line("đoạn hai.")] },
      2: { children: [line("Kế hoạch số 3992/KH-UBND.")] },
      3: { children: [line(text("Ghi chú đậm", { bold: true }), " và thường")] },
    },
    sections: [
      {
        children: [
          line("Thực hiện Đề án", new d.FootnoteReferenceRun(2), " và các kế hoạch"),
          line("Nêu lại", new d.FootnoteReferenceRun(1), new d.FootnoteReferenceRun(3), "."),
        ],
      },
    ],
  },
  dau_trang: {
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { titlePage: true },
        headers: {
          default: new d.Header({ children: [line("Đầu trang lẻ")] }),
          even: new d.Header({ children: [line("Đầu trang chẵn")] }),
          first: new d.Header({ children: [line("Đầu trang nhất")] }),
        },
        footers: {
          default: new d.Footer({
            children: [line("Trang ", new d.TextRun({ children: [d.PageNumber.CURRENT] }))],
          }),
        },
        children: [line("Nội dung phần một")],
      },
      {
        properties: { page: { size: { orientation: d.PageOrientation.LANDSCAPE } } },
        headers: { default: new d.Header({ children: [line("Phụ lục ngang")] }) },
        children: [line("Nội dung phần hai")],
      },
    ],
  },
  cot: {
    sections: [
      {
        properties: { column: { count: 2, space: 700 } },
        children: [
          line("Cột trái"),
          line(new d.TextRun({ children: [new d.ColumnBreak(), "Cột phải"] })),
        ],
      },
      {
        properties: { type: d.SectionType.CONTINUOUS },
        children: [line("Một cột", new d.TextRun({ children: [new d.Tab(), "sau thẻ"] }))],
      },
    ],
  },
  khung_chu: {
    sections: [
      {
        children: [
          line("Neo của khung"),
          new d.Textbox({
            alignment: "center",
            children: [line("Chữ trong khung"), line("dòng hai")],
            style: { width: "200pt", height: "auto" },
          }),
          line("Sau khung"),
        ],
      },
    ],
  },
  lien_ket: {
    sections: [
      {
        children: [
          line(
            "Xem ",
            new d.ExternalHyperlink({
              link: "https://dichvucong.gov.vn",
              children: [text("Cổng dịch vụ công", { style: "Hyperlink" })],
            }),
            " hoặc ",
            new d.InternalHyperlink({ anchor: "muc", children: [text("mục dưới")] }),
          ),
          new d.Paragraph({
            children: [new d.Bookmark({ id: "muc", children: [text("Mục được trỏ tới")] })],
          }),
          line(
            text("gạch", { strike: true }),
            text(" nghiêng", { italics: true }),
            text(" chỉ số trên", { superScript: true }),
            text(" xuống dòng", { break: 1 }),
            new d.SymbolRun("F0FE"),
          ),
        ],
      },
    ],
  },
  sua_doi: {
    features: { trackRevisions: true },
    sections: [
      {
        children: [
          line(
            "Tổng số ",
            new d.DeletedTextRun({ text: "chữ đã xoá", id: 1, ...author }),
            new d.InsertedTextRun({ text: "chữ thêm vào", id: 2, ...author }),
            " hồ sơ",
          ),
        ],
      },
    ],
  },
  loi_binh: {
    comments: { children: [{ id: 0, ...reviewer, children: [line("Xem lại số này")] }] },
    sections: [
      {
        children: [
          line(
            new d.CommentRangeStart(0),
            "1.224",
            new d.CommentRangeEnd(0),
            new d.TextRun({ children: [new d.CommentReference(0)] }),
            " thủ tục",
          ),
        ],
      },
    ],
  },
};

const folder = process.argv[2];
for (const [name, options] of Object.entries(documents)) {
  d.Packer.toBuffer(new d.Document(options)).then((data) =>
    fs.writeFileSync(path.join(folder, `${name}.docx`), data),
  );
}
