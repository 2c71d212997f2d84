import type { Metadata } from "next";
import type { ReactNode } from "react";

/** Each page of the desk is made for who asks, when they ask. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Desk", template: "%s · Obelus desk" },
  robots: { index: false, follow: false },
};

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
