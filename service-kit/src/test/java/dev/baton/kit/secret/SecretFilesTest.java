package dev.baton.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

  @TempDir Path folder;

  @Test
  void aFileIsASecretOfItsName() throws IOException {
    Files.writeString(folder.resolve("baton.client.worker.secret"), "rain\n");

    assertThat(source().getValue("baton.client.worker.secret")).isEqualTo("rain");
  }

  @Test
  void propertiesFilesHoldSecretsToo() throws IOException {
    Files.writeString(
        folder.resolve("secrets.properties"),
        "baton.client.worker.secret=a\\\\b\nbaton.db.port=1\n");

    assertThat(source().getValue("baton.client.worker.secret")).isEqualTo("a\\b");
  }

  @Test
  void whatIsNoSecretOfAnApplicationStaysOutside() throws IOException {
    Files.writeString(folder.resolve("baton.admin.password"), "sun");
    Files.writeString(folder.resolve("baton.client.worker.secret"), "rain");

    assertThat(source().getPropertyNames()).containsExactly("baton.client.worker.secret");
  }

  @Test
  void aFolderThatIsNotThereHoldsNone() {
    assertThat(new SecretFiles(List.of(folder.resolve("none"))).getPropertyNames()).isEmpty();
  }

  private SecretFiles source() {
    return new SecretFiles(List.of(folder));
  }
}
