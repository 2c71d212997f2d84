import type { DetailedHTMLProps, HTMLAttributes } from "react";

// The custom elements of components/reader-script.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "claim-cards": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;
      // React passes `class` on to custom elements as it is.
      "claim-tools": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };
    }
  }
}
