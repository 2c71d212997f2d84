import type { ReactNode } from "react";
import type { RatingIcon as RatingIconName } from "@/lib/ratings/rating";

/** Drawn on a 16 × 16 grid with the current colour, so that the same shape serves text, marks and cards. */
const shapes: Record<RatingIconName, ReactNode> = {
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  "slanted-arrow": <path d="M4 12C4 7 7 5 12 5M9 2.5L12 5 9.5 8" />,
  pencil: <path d="M3.5 12.5l.6-2.8L10.8 3l2.2 2.2-6.7 6.7zM9.3 4.5l2.2 2.2" />,
  "half-circle": (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  "check-open": <path d="M3.5 8.5l3 3 6-7" strokeWidth="1.4" />,
  check: <path d="M3.5 8.5l3 3 6-7" strokeWidth="2.6" />,
  question: <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.4v.1" />,
  quote: (
    <path d="M4 10.5V7.8C4 6 5 5 6.5 4.5M9.5 10.5V7.8C9.5 6 10.5 5 12 4.500M4 8.500h2.500v2H4zM9.500 8.500H12v2H9.500z" />
  ),
};

/** The sign of a rating. It is decoration: the label stands beside it in text. */
export function RatingIcon({ name, size = 16 }: { name: RatingIconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  );
}
