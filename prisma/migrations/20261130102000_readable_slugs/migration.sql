-- Slugs can have letters of every script. Of ASCII, they keep small letters, digits and single hyphens: what was stored before fits.
ALTER TABLE "Article" DROP CONSTRAINT "Article_slug_form";
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_slug_form" CHECK (
    "slug" <> ''
    AND "slug" !~ '[\u0001-,./:-`{-\u00a9\u2000-\u206f\u3000\ufeff]'
    AND "slug" !~ '^-|-$|--'
    AND octet_length("slug") <= 200
  );
