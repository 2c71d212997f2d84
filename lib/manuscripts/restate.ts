/**
 * A claim's statement after the wording of its passage changed: where the statement repeats the passage once, it repeats the new wording; any
 * other statement is the editor's own and stays.
 */
export function restate(statement: string, passage: string, wording: string): string {
  const [before = "", after, ...more] = statement.split(passage);
  return after !== undefined && more.length === 0 ? `${before}${wording}${after}` : statement;
}
