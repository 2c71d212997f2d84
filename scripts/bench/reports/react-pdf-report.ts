import { join } from "node:path";
import { Document, Font, Link, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Nodes, RootContent } from "mdast";
import { createElement, type ReactNode } from "react";
import { reportTree } from "@/lib/reports/renderers/text/report-tree";
import type { Report } from "@/lib/reports/report";
import { reportWords } from "@/lib/reports/report-words";
import { projectRoot } from "../../steps/project-root";

const FONTS = join(projectRoot, "node_modules/@expo-google-fonts/source-serif-4");
const cut = (name: string) => join(FONTS, name, `SourceSerif4_${name}.ttf`);

const styles = StyleSheet.create({
  page: { padding: 68, fontFamily: "Serif", fontSize: 10.5 },
  block: { marginBottom: 8 },
  heading: { fontWeight: 700, marginTop: 12, marginBottom: 6 },
  row: { flexDirection: "row", borderTopWidth: 0.5, borderTopColor: "#8d8677" },
  cell: { flexGrow: 1, flexBasis: 0, padding: 3, fontSize: 8.5 },
});

/** The same content as our Word file, set by @react-pdf/renderer with the same fonts. */
export function renderReactPdf(report: Report, address: string): Promise<Buffer> {
  Font.register({
    family: "Serif",
    fonts: [
      { src: cut("400Regular"), fontWeight: 400 },
      { src: cut("700Bold"), fontWeight: 700 },
      { src: cut("400Regular_Italic"), fontWeight: 400, fontStyle: "italic" },
      { src: cut("700Bold_Italic"), fontWeight: 700, fontStyle: "italic" },
    ],
  });
  const { children } = reportTree(report, address, reportWords("en"));
  return renderToBuffer(
    createElement(
      Document,
      { title: report.article.title, language: "en" },
      createElement(Page, { size: "A4", style: styles.page }, ...children.map(blockOf)),
    ),
  );
}

function blockOf(node: RootContent | Nodes, key: number): ReactNode {
  switch (node.type) {
    case "heading":
      return createElement(
        Text,
        { key, style: [styles.heading, { fontSize: 24 - 3 * node.depth }] },
        ...node.children.map(inlineOf),
      );
    case "paragraph":
      return createElement(Text, { key, style: styles.block }, ...node.children.map(inlineOf));
    case "table":
      return createElement(
        View,
        { key, style: styles.block },
        ...node.children.map((row, index) =>
          createElement(
            View,
            { key: index, style: styles.row, wrap: false },
            ...row.children.map((cell, column) =>
              createElement(Text, { key: column, style: styles.cell }, ...cell.children.map(inlineOf)),
            ),
          ),
        ),
      );
    case "blockquote":
    case "list":
    case "listItem":
    case "footnoteDefinition":
      return createElement(View, { key, style: { marginLeft: 10 } }, ...node.children.map(blockOf));
    default:
      return null;
  }
}

function inlineOf(node: Nodes, key: number): ReactNode {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "footnoteReference":
      return createElement(Text, { key, style: { fontSize: 7 } }, `†${node.identifier}`);
    case "link":
      return createElement(Link, { key, src: node.url }, ...node.children.map(inlineOf));
    case "strong":
      return createElement(Text, { key, style: { fontWeight: 700 } }, ...node.children.map(inlineOf));
    case "emphasis":
      return createElement(Text, { key, style: { fontStyle: "italic" } }, ...node.children.map(inlineOf));
    default:
      return null;
  }
}
