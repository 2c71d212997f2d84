import type { StyleSheet } from "./source-file";

const SIZED =
  /(?<![\w-])(font-size|(?:scroll-)?(?:margin|padding)(?:-[a-z-]+)?|(?:row-|column-)?gap):\s*([^;}]+)/g;

/** Sizes of type and spaces that are written out instead of taken from the scales in components/ui/base.css. Print may use points. */
export function checkStyles(sheets: readonly StyleSheet[]): string[] {
  return sheets.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(SIZED)]
      .filter(([, , value]) => /\d(?:rem|em)\b/.test(value ?? ""))
      .map(
        ({ 0: declaration, index }) =>
          `${path}:${text.slice(0, index).split("\n").length}: "${declaration.trim()}" is not one of the sizes in components/ui/base.css.`,
      ),
  );
}

/** Comments become spaces, so that lines stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
}
