import type { ReactNode } from "react";
import { SiteFooter, SiteHeader } from "@/components/reader/site-frame";

/** Public pages are made from publications at each request: what is published shows at once, on every instance. */
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
