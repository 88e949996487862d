package dev.broadsheet.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build stamped into this module. */
final class Version implements IVersionProvider {

    /** E.g. {@code 0.1.0}. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("version.properties cannot be read", e);
        }
        return properties.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"broadsheet " + number() + " (Java ${java.version})"};
    }
}
