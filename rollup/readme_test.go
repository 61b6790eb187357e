package rollup_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadme holds the README's tutorial against the Example that is compiled
// and run.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(readme), "```go\n")
	require.True(t, found)
	snippet, _, found := strings.Cut(rest, "```")
	require.True(t, found)

	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, rest, found = strings.Cut(string(source), "func Example() {\n")
	require.True(t, found)
	body, _, found := strings.Cut(rest, "\t// Output:")
	require.True(t, found)

	lines := strings.Split(body, "\n")
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], "\t")
	}
	assert.Equal(t, strings.Join(lines, "\n"), snippet)
}
