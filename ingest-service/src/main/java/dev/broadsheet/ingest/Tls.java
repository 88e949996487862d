package dev.broadsheet.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The HTTP door's certificate and key, from PEM files or a PKCS#12 key store. Read at start; renewing means restarting. */
final class Tls {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]++)-----END PRIVATE KEY-----");
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "Ed25519", "Ed448");

    private Tls() {}

    /**
     * TLS as configured; empty where nothing is.
     *
     * @throws IllegalArgumentException when files are missing or hold something else; never with a secret in its message
     */
    static Optional<SslContextFactory.Server> of(IngestConfig.Tls tls) {
        if (tls.keystore().isPresent()) {
            requireTogether(tls.certificate().isEmpty() && tls.key().isEmpty(), "either a key store or PEM files");
            char[] password = tls.keystorePassword().orElse("").toCharArray();
            return Optional.of(context(keyStore(tls.keystore().get(), password), password));
        }
        if (tls.certificate().isEmpty() && tls.key().isEmpty()) {
            return Optional.empty();
        }
        requireTogether(tls.certificate().isPresent() && tls.key().isPresent(), "a certificate and its key");
        return Optional.of(context(pem(tls.certificate().get(), tls.key().get()), new char[0]));
    }

    private static void requireTogether(boolean together, String what) {
        if (!together) {
            throw new IllegalArgumentException("broadsheet.ingest.http.tls needs " + what + ".");
        }
    }

    private static SslContextFactory.Server context(KeyStore keys, char[] password) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(new String(password));
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return context;
    }

    private static KeyStore keyStore(String file, char[] password) {
        try (InputStream stream = Files.newInputStream(Path.of(file))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, password);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("key store " + file, e);
        }
    }

    private static KeyStore pem(String certificateFile, String keyFile) {
        KeyStore keys;
        Certificate[] chain;
        try {
            keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            byte[] bytes = Files.readAllBytes(Path.of(certificateFile));
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .toArray(new Certificate[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("certificate " + certificateFile, e);
        }
        try {
            keys.setKeyEntry(
                    "ingest", key(Files.readString(Path.of(keyFile), StandardCharsets.US_ASCII)), new char[0], chain);
            return keys;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable("key " + keyFile, e);
        }
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        Matcher block = PKCS8.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException("there is no unencrypted PKCS#8 block (BEGIN PRIVATE KEY)");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // of another algorithm; the next one may fit
            }
        }
        throw new InvalidKeySpecException("it is none of " + String.join(", ", KEY_ALGORITHMS));
    }

    private static IllegalArgumentException unusable(String what, Exception cause) {
        return new IllegalArgumentException("The TLS " + what + " cannot be used: " + cause.getMessage(), cause);
    }
}
