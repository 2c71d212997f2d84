/* Types for the parts of Citation.js used here; it has none of its own. */

declare module "@citation-js/core" {
  interface Register<T> {
    add(name: string, value: T): void;
    has(name: string): boolean;
  }
  export const plugins: {
    config: { get(plugin: "@csl"): { styles: Register<string> } };
    input: {
      chain(data: unknown, options: { generateGraph: boolean; forceType?: string; target?: string }): unknown;
    };
    output: { format(format: "bibliography", items: readonly object[], options: object): string };
  };
  export const logger: { level: string };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
