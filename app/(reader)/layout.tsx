import type { ReactNode } from "react";
import { SiteFooter, SiteHeader } from "@/components/reader/site-frame";

/** Public pages are rendered on each request, so that a publication appears immediately on every instance. */
export const dynamic = "force-dynamic";

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      {children}
      <SiteFooter />
    </>
  );
}
