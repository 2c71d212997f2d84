import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "@/components/ui/base.css";
import "@/components/claims/marks.css";
import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Obelus", template: "%s · Obelus" },
  description: "Articles checked claim by claim, with a verdict, reasons and sources for each.",
  icons: { icon: "/icon.svg" },
};

/** Every response has its own nonce (see proxy.ts), so no page can be prerendered. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
