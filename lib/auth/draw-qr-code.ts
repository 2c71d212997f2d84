import { encode } from "uqr";

/** A QR code as an SVG path, in a square of `size` units including its quiet zone. */
export interface QrCode {
  size: number;
  path: string;
}

export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return { size, path };
}
