import "@/components/desk/touch.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { words } from "@/lib/words/words";

const t = words("desk");

/** Every page of the desk depends on who is signed in, so none can be rendered ahead of time. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: t("desk"), template: t("titleTemplate") },
  robots: { index: false, follow: false },
};

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
