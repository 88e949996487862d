package dev.broadsheet.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may write pages. Configuration holds only SHA-256 of each token. That suffices, and a slow hash would not add
 * anything, because the tokens are random 256-bit numbers and not passwords that people choose; {@link #newToken} makes
 * them.
 */
final class BearerTokens {

    /** A shorter token could be guessed from its hash. */
    static final int SHORTEST_TOKEN = 32;

    private static final Pattern ENTRY =
            Pattern.compile("(?<name>[A-Za-z0-9_.-]+):(?<hash>[0-9a-f]{64})(?::(?<publication>[a-z0-9-]+))?");
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([\\x21-\\x7E]+) *");

    /**
     * One token's owner.
     *
     * @param publication the only newspaper it may write; null: every one
     */
    private record Owner(String name, byte[] hash, String publication) {}

    private final List<Owner> owners = new ArrayList<>();

    /**
     * @param entries {@code name:hash} or {@code name:hash:publication}; none: everybody may write
     * @throws IllegalArgumentException when an entry has another form; the message does not repeat it
     */
    BearerTokens(List<String> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Matcher entry = ENTRY.matcher(entries.get(i).strip());
            if (!entry.matches()) {
                throw new IllegalArgumentException("Token " + (i + 1)
                        + " of broadsheet.ingest.http.tokens is not name:sha256 or name:sha256:publication;"
                        + " make it with hash-token.");
            }
            owners.add(new Owner(
                    entry.group("name"), HexFormat.of().parseHex(entry.group("hash")), entry.group("publication")));
        }
    }

    boolean areRequired() {
        return !owners.isEmpty();
    }

    /**
     * The publication that the sender is bound to; null for every one.
     *
     * @param authorization the request's Authorization header; null where it has none
     * @throws PageRefusedException unauthorized
     */
    String publicationOf(String authorization) {
        if (owners.isEmpty()) {
            return null;
        }
        Matcher header = HEADER.matcher(authorization == null ? "" : authorization);
        if (!header.matches()) {
            throw new PageRefusedException(
                    Refusal.UNAUTHORIZED, "Send the header Authorization: Bearer TOKEN with each page.");
        }
        byte[] hash = Sha256.digest(header.group(1).getBytes(StandardCharsets.US_ASCII));
        Owner sender = null;
        for (Owner owner : owners) {
            // All of them, each in constant time: how long it takes tells nothing.
            if (MessageDigest.isEqual(owner.hash(), hash)) {
                sender = owner;
            }
        }
        if (sender == null) {
            throw new PageRefusedException(Refusal.UNAUTHORIZED, "This token is not known; ask the operator for one.");
        }
        return sender.publication();
    }

    /** @throws PageRefusedException forbidden, when a sender bound to one publication writes another */
    static void requireAllowed(String bound, String publication) {
        if (bound != null && !bound.equals(publication)) {
            throw new PageRefusedException(Refusal.FORBIDDEN, "This token may write pages of " + bound + " only.");
        }
    }

    /** A new random token of 256 bits. */
    static String newToken() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What configuration keeps of a token. */
    static String hash(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.US_ASCII));
    }
}
