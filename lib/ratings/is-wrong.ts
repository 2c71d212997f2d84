import type { Rating } from "./rating";

/** Whether a rating is in the worse half of its scale: "False", "Misleading" or "Altered" of the default one. Unscored ratings are not. */
export function isWrong({ value }: Pick<Rating, "value">, scale: readonly Pick<Rating, "value">[]): boolean {
  const values = scale.flatMap((rating) => (rating.value === null ? [] : [rating.value]));
  return value !== null && value < (Math.min(...values) + Math.max(...values)) / 2;
}
