import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import {
  reportClaim,
  reportClaimant,
  reportEvidence,
  reportSource,
  smallReport,
} from "@/lib/testing/reports/small-report";
import { renderCsv } from "./csv";
import { renderXlsx } from "./xlsx";

const ADDRESS = "https://desk.example/articles/taxes";
const FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"];

const report = smallReport({
  claims: [
    reportClaim({
      number: 7,
      quote: 'He said "no",\nthen left',
      claimant: reportClaimant("Ida Brandt", { role: "mayor" }),
      tags: ["tax", "budget"],
      evidence: [reportEvidence({ excerpt: "…" })],
    }),
    ...FORMULAS.map((statement, index) =>
      reportClaim({ number: index + 10, id: `claim-${index}`, statement }),
    ),
  ],
  sources: [reportSource({ title: "Budget", primary: true })],
});

test("CSV: a row per claim, use of a source and source, quoted by RFC 4180", () => {
  const csv = renderCsv(report, ADDRESS);
  expect(csv.startsWith("\uFEFFrow,claim,position,address,quote,statement,claimant,")).toBe(true);
  expect(csv).toContain(
    `\r\nclaim,7,1,${ADDRESS}/claims/7,"He said ""no"",\nthen left",Taxes rose.,Ida Brandt,mayor,,,event,tax; budget,false,False,`,
  );
  expect(csv).toMatch(/\r\nevidence,7,,.*,1,Budget,,supports,…,/);
  expect(csv).toMatch(/\r\nsource,,.*,yes,no,no,/);
});

test("CSV: cells with line feeds are quoted", () => {
  const csv = renderCsv(smallReport({ claims: [reportClaim({ rationaleText: "One.\nTwo." })] }), ADDRESS);
  expect(csv).toContain(`,"One.\nTwo.",`);
});

test("CSV: nothing runs as a formula", () => {
  const rows = renderCsv(report, ADDRESS)
    .split("\r\n")
    .filter((row) => /^claim,1\d,/.test(row));
  expect(rows).toHaveLength(FORMULAS.length);
  for (const [index, row] of rows.entries()) expect(row).toContain(`'${FORMULAS[index]}`);
});

test("Excel: a sheet for each table that has rows, with text as text", async () => {
  const file = await renderXlsx(report, ADDRESS);
  const sheets = await readExcelFile(file);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Claims", "Evidence", "Sources"]);
  const claims = sheets[0]?.data ?? [];
  expect(claims[0]?.slice(0, 6)).toEqual([
    "Claim",
    "Position",
    "Address",
    "Quotation",
    "Statement",
    "Claimant",
  ]);
  expect(claims[1]?.slice(0, 8)).toEqual([
    7,
    1,
    `${ADDRESS}/claims/7`,
    'He said "no",\nthen left',
    "Taxes rose.",
    "Ida Brandt",
    "mayor",
    null,
  ]);
  // The reader of the test trims cells.
  expect(claims.slice(2).map((row) => row[4])).toEqual(FORMULAS.map((formula) => formula.trim()));
});

test("Excel: a text that is longer than a cell is cut, and says so", async () => {
  const long = smallReport({ claims: [reportClaim({ rationaleText: "y".repeat(40_000) })] });
  const sheets = await readExcelFile(await renderXlsx(long, ADDRESS));
  const cell = String(sheets[0]?.data[1]?.[13]);
  expect([cell.length, cell.slice(-5)]).toEqual([32_767, "y […]"]);
});
