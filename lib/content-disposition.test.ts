import { expect, test } from "vitest";
import { contentDisposition, fileNameIn } from "./content-disposition";

test.each([
  ["taxes-report.pdf", 'inline; filename="taxes-report.pdf"'],
  ["税-report.pdf", `inline; filename="_-report.pdf"; filename*=UTF-8''%E7%A8%8E-report.pdf`],
  ["dot 'own'.png", `inline; filename="dot 'own'.png"`],
  ['a"b\\c\r\nx.pdf', `inline; filename="abc_x.pdf"; filename*=UTF-8''a%22b%5Cc%0D%0Ax.pdf`],
])("names the file %s", (name, header) => {
  expect(contentDisposition("inline", name)).toBe(header);
  expect(fileNameIn(header)).toBe(name);
});

test.each([[null], [""], ["attachment"]])("%s names no file", (header) => {
  expect(fileNameIn(header)).toBeNull();
});

test("a broken name in other letters gives way to the plain one", () => {
  expect(fileNameIn(`attachment; filename="x.pdf"; filename*=UTF-8''%E7%A8`)).toBe("x.pdf");
});
