package dev.broadsheet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final String FOLDER = "deploy/kubernetes/";
    private static final JsonNode KUSTOMIZATION = DeploymentFiles.document(FOLDER + "kustomization.yaml");
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 Secret", Secret.class,
            "v1 Service", Service.class,
            "apps/v1 Deployment", Deployment.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    /** Kubernetes' types as they are published; a field they do not have is an error and not kept aside. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    static Stream<String> files() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(DeploymentFiles.ROOT.resolve(FOLDER))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("kustomization.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyManifestFitsKubernetesTypes(String file) {
        assertThat(resources(file)).isNotEmpty().allSatisfy(resource -> assertThat(
                        resource.getMetadata().getName())
                .matches("[a-z0-9-]+"));
    }

    @Test
    void everyManifestIsAppliedButTheTemplate() throws IOException {
        List<String> applied = new ArrayList<>();
        KUSTOMIZATION.path("resources").forEach(resource -> applied.add(resource.asText()));
        assertThat(applied)
                .containsExactlyInAnyOrderElementsOf(files().filter(file -> !file.equals("secret.example.yaml"))
                        .toList());
    }

    @Test
    void ingestReadsEveryVariableThatIsSet() {
        Container container = container("ingest");
        var settings = ServiceSettings.ingest(environment(container));
        assertThat(port(container)).isEqualTo(settings.ingest().http().port());
        assertThat(settings.ingest().http().host()).isEqualTo("0.0.0.0");
        assertThat(template("ingest").getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThan(settings.ingest().shutdownTimeout().toSeconds());
    }

    @Test
    void enrichReadsEveryVariableThatIsSet() {
        Container container = container("enrich");
        var settings = ServiceSettings.enrich(environment(container));
        assertThat(port(container)).isEqualTo(settings.enrich().http().port());
        assertThat(settings.enrich().http().host()).isEqualTo("0.0.0.0");
        assertThat(template("enrich").getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThan(settings.enrich().shutdownTimeout().toSeconds());
    }

    @Test
    void theMemoryOfTheStreamIsOnAVolumeOfItsOwn() {
        String stateDir = ServiceSettings.enrich(environment(container("enrich")))
                .enrich()
                .stateDir();
        StatefulSet set = only("enrich.yaml", StatefulSet.class);
        String volume =
                set.getSpec().getVolumeClaimTemplates().get(0).getMetadata().getName();
        assertThat(container("enrich").getVolumeMounts())
                .extracting(VolumeMount::getName, VolumeMount::getMountPath)
                .contains(org.assertj.core.groups.Tuple.tuple(volume, stateDir));
        assertThat(set.getSpec().getServiceName())
                .isEqualTo(only("enrich.yaml", Service.class).getMetadata().getName());
    }

    @Test
    void theTemplateOfSecretsHoldsOnlyWhatTheServicesRead() {
        Map<String, String> environment = new TreeMap<>(configMap());
        for (HasMetadata resource : resources("secret.example.yaml")) {
            Secret secret = (Secret) resource;
            if (secret.getMetadata().getName().equals("broadsheet-secrets")) {
                environment.putAll(secret.getStringData());
            } else {
                assertThat(secret.getStringData()).containsOnlyKeys("BROADSHEET_INGEST_HTTP_TOKENS");
            }
        }
        assertThat(ServiceSettings.enrich(environment).kafka().get("security.protocol"))
                .isEqualTo("SASL_SSL");
        assertThat(ServiceSettings.ingest(environment).kafka().toString()).doesNotContain("CHANGE-ME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich"})
    void probesAskForPathsOfTheServiceOnItsPort(String name) {
        Container container = container(name);
        assertThat(path(container.getLivenessProbe())).isEqualTo("/health");
        assertThat(path(container.getStartupProbe())).isEqualTo("/health");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/ready");
        for (Probe probe :
                List.of(container.getLivenessProbe(), container.getStartupProbe(), container.getReadinessProbe())) {
            assertThat(probe.getHttpGet().getPort().getStrVal())
                    .isEqualTo(container.getPorts().get(0).getName());
        }
        Map<String, String> annotations = template(name).getMetadata().getAnnotations();
        assertThat(annotations)
                .containsEntry("prometheus.io/port", Integer.toString(port(container)))
                .containsEntry("prometheus.io/path", "/metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich"})
    void selectorsFindThePods(String name) {
        Map<String, String> labels = template(name).getMetadata().getLabels();
        Service service = only(name + ".yaml", Service.class);
        assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
        assertThat(labels)
                .containsAllEntriesOf(only(name + ".yaml", PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
        assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal())
                .isEqualTo(container(name).getPorts().get(0).getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich"})
    void aPodMayDoLittle(String name) {
        assertThat(template(name).getSpec().getSecurityContext().getRunAsNonRoot())
                .isTrue();
        assertThat(template(name).getSpec().getEnableServiceLinks())
                .as("links to a service called kafka would be read as settings")
                .isFalse();
        var context = container(name).getSecurityContext();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container(name).getResources().getLimits()).containsKey("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich"})
    void imagesHaveATag(String name) {
        List<String> tagged = new ArrayList<>();
        KUSTOMIZATION.path("images").forEach(image -> {
            assertThat(image.path("newTag").asText()).isNotBlank().isNotEqualTo("latest");
            tagged.add(image.path("name").asText());
        });
        assertThat(tagged).contains(container(name).getImage());
    }

    private static List<HasMetadata> resources(String file) {
        return DeploymentFiles.documents(FOLDER + file).stream()
                .map(KubernetesTest::resource)
                .toList();
    }

    private static HasMetadata resource(JsonNode document) {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        assertThat(KINDS).containsKey(kind);
        try {
            return STRICT.treeToValue(document, KINDS.get(kind));
        } catch (IOException e) {
            throw new AssertionError(kind + ": " + e.getMessage(), e);
        }
    }

    private static <T extends HasMetadata> T only(String file, Class<T> kind) {
        List<T> found = resources(file).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static PodTemplateSpec template(String name) {
        return name.equals("ingest")
                ? only("ingest.yaml", Deployment.class).getSpec().getTemplate()
                : only("enrich.yaml", StatefulSet.class).getSpec().getTemplate();
    }

    private static Container container(String name) {
        List<Container> containers = template(name).getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.get(0);
    }

    private static Map<String, String> configMap() {
        return only("configmap.yaml", ConfigMap.class).getData();
    }

    private static Map<String, String> environment(Container container) {
        Map<String, String> environment = new TreeMap<>(configMap());
        for (EnvVar variable : container.getEnv()) {
            environment.put(variable.getName(), variable.getValue());
        }
        assertThat(container.getEnvFrom().get(0).getConfigMapRef().getName())
                .isEqualTo(only("configmap.yaml", ConfigMap.class).getMetadata().getName());
        return environment;
    }

    private static int port(Container container) {
        return container.getPorts().get(0).getContainerPort();
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }
}
