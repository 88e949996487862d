package dev.broadsheet.ingest;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/** The routes that write: put a page, post a page, withdraw a page. Each answers once the broker has acknowledged. */
final class PageRoutes {

    /** The broker has the page; its articles come later. */
    private static final int ACCEPTED = 202;

    private final PageProducer producer;
    private final BearerTokens tokens;
    private final InFlight inFlight;
    private final IngestMetrics metrics;
    private final int mostBytes;

    PageRoutes(PageProducer producer, BearerTokens tokens, InFlight inFlight, IngestMetrics metrics, int mostBytes) {
        this.producer = producer;
        this.tokens = tokens;
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.mostBytes = mostBytes;
    }

    /** {@code PUT /v1/pages/{publication}/{date}/{page}}: the body is the page. */
    void put(Context ctx) {
        answer(ctx, bound -> {
            PageMetadata path = ofPath(ctx);
            BearerTokens.requireAllowed(bound, path.publication());
            PageRequest request = PageRequest.raw(ctx, mostBytes);
            return path.orElse(request.metadata()).submission(request.content());
        });
    }

    /** {@code POST /v1/pages}: the body is the page and headers describe it, or it is a form with both. */
    void post(Context ctx) {
        answer(ctx, bound -> {
            PageRequest request = PageForm.is(ctx) ? PageForm.read(ctx, mostBytes) : PageRequest.raw(ctx, mostBytes);
            PageSubmission page = request.metadata().submission(request.content());
            BearerTokens.requireAllowed(bound, page.id().publication());
            return page;
        });
    }

    /** {@code DELETE /v1/pages/{publication}/{date}/{page}}: the page is taken back. */
    void delete(Context ctx) {
        answer(ctx, bound -> {
            PageMetadata path = ofPath(ctx);
            BearerTokens.requireAllowed(bound, path.publication());
            return path.orElse(PageRequest.ofHeaders(ctx)).withdrawal();
        });
    }

    private static PageMetadata ofPath(Context ctx) {
        return new PageMetadata(
                ctx.pathParam("publication"),
                null,
                ctx.pathParam("date"),
                ctx.pathParam("page"),
                null,
                null,
                null,
                null,
                Map.of());
    }

    /** Reads a page from a request, given the publication its sender is bound to (null for none). */
    private interface Reading {
        PageSubmission read(String bound) throws IOException;
    }

    private void answer(Context ctx, Reading reading) {
        Receipt receipt = metrics.count(Door.HTTP, () -> {
            String bound = tokens.publicationOf(ctx.header("Authorization"));
            inFlight.enter();
            try {
                return producer.submit(read(reading, bound));
            } finally {
                inFlight.leave();
            }
        });
        ctx.status(ACCEPTED).json(receipt);
    }

    private PageSubmission read(Reading reading, String bound) {
        try {
            return reading.read(bound);
        } catch (IOException e) {
            throw new PageRefusedException(
                    Refusal.INCOMPLETE, "The request ended before the page did; send it again.", e);
        }
    }
}
