import type { Logo } from "@/lib/organisation";

/** In CSS pixels. */
const HEIGHT = 32;
/** A wide logo leaves room for the name on a phone. */
const MAX_WIDTH = 160;

/** Width and height of a logo in a header, in CSS pixels. */
export function logoSize({ width, height }: Pick<Logo, "width" | "height">): {
  width: number;
  height: number;
} {
  const scale = Math.min(HEIGHT / height, MAX_WIDTH / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
