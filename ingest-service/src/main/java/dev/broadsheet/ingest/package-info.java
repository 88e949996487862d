/**
 * Pages come in and go to the topic {@code broadsheet.pages}.
 *
 * <p>There are three doors, and a page takes the same way through each:
 *
 * <pre>
 * HTTP          PageRoutes ┐
 * hot folder    HotFolder  ├─ PageMetadata (what was said) + bytes ─ check ─ PageSubmission ─ PageProducer ─ Receipt
 * command line  PageFiles  ┘
 * </pre>
 *
 * <p>What somebody says of a page, in headers, a form, a sidecar file or a file's name, becomes a
 * {@link dev.broadsheet.ingest.PageMetadata}; the sources lie over each other and are checked in one place. A page that
 * can never be taken is refused with one of the reasons of {@link dev.broadsheet.ingest.Refusal}, which have the same
 * names in problem documents, reason files and metrics. What ails the service instead of the page
 * ({@link dev.broadsheet.ingest.Refusal#mayPass()}) makes the sender wait and the file stay.
 *
 * <p>Raw stays raw: bytes are looked at only as far as needed to refuse what is no text, never changed. A
 * {@link dev.broadsheet.ingest.Receipt} means that every in-sync replica has the page. Whether it is new, the same as
 * before or an older scan is not decided here but in the stream.
 *
 * <p>{@link dev.broadsheet.ingest.IngestConfig} lists every option, {@link dev.broadsheet.ingest.Configuration} where
 * they come from, and {@link dev.broadsheet.ingest.IngestService} is the whole in one object.
 */
package dev.broadsheet.ingest;
