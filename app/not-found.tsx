import { NotFoundNotice } from "@/components/reader/not-found-notice";
import { SiteFooter, SiteHeader } from "@/components/reader/site-frame";

export default function NotFound() {
  return (
    <>
      <SiteHeader organisation={null} />
      <NotFoundNotice />
      <SiteFooter organisation={null} />
    </>
  );
}
