package dev.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Set;

/** The walls of the house. */
@AnalyzeClasses(packages = "dev.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] TEXT_DOMAIN = {
        "dev.broadsheet.text..",
        "dev.broadsheet.page..",
        "dev.broadsheet.article..",
        "dev.broadsheet.segment..",
        "dev.broadsheet.stitch..",
        "dev.broadsheet.identity..",
        "dev.broadsheet.classify..",
        "dev.broadsheet.enrich..",
        "dev.broadsheet.stage.."
    };

    @ArchTest
    static final ArchRule theTextDomainKnowsNothingOfKafkaNetworksOrFiles = noClasses()
            .that()
            .resideInAnyPackage(TEXT_DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "java.net..",
                    "java.nio.file..",
                    "io.javalin..",
                    "io.micrometer..",
                    "dev.broadsheet.topology..",
                    "dev.broadsheet.service..",
                    "dev.broadsheet.replay..",
                    "dev.broadsheet.deadletter..",
                    "dev.broadsheet.registry..",
                    "dev.broadsheet.serde..");

    /** Same page, same version, same articles, whatever the clock, the locale or the machine. */
    @ArchTest
    static final ArchRule theTextDomainAsksNeitherClockNorLocaleNorChance = noClasses()
            .that()
            .resideInAnyPackage(TEXT_DOMAIN)
            .should()
            .callMethodWhere(asksTheMachine())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

    @ArchTest
    static final ArchRule onlyTheTopologyAndItsServiceImportKafkaStreams = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.broadsheet.topology..", "dev.broadsheet.service..", "dev.broadsheet.deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.broadsheet.(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaCall<?>> asksTheMachine() {
        Set<String> clocks = Set.of("now", "currentTimeMillis", "nanoTime", "systemDefault", "systemDefaultZone");
        return DescribedPredicate.describe("ask the clock, the default locale or chance", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean defaultLocale = owner.equals(Locale.class.getName()) && name.equals("getDefault");
            boolean clock =
                    (owner.startsWith("java.time.") || owner.equals("java.lang.System")) && clocks.contains(name);
            boolean chance = owner.equals("java.lang.Math") && name.equals("random");
            return defaultLocale || clock || chance;
        });
    }
}
