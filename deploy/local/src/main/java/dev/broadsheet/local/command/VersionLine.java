package dev.broadsheet.local.command;

import dev.broadsheet.service.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code broadsheet --version} prints. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"broadsheet " + Version.current() + " (Java ${java.version})"};
    }
}
