// Package layers_test checks what the library's packages may import and use:
// which layer may see which, and that no clock, chance, goroutine, I/O or
// setting of the host program gets in. It reads the source only, so it needs
// no tool and runs with every go test. Widening a list here is a decision.
package layers_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	module  = "github.com/goalkit/goalkit"
	decimal = "github.com/shopspring/decimal"
)

// outside lists what any library package may import from outside the module.
var outside = []string{
	"bytes", "cmp", "encoding", "encoding/binary", "encoding/json", "errors",
	"fmt", "iter", "maps", "math", "math/big", "math/bits", "reflect", "slices",
	"sort", "strconv", "strings", "time", "unicode", "unicode/utf16", "unicode/utf8",
	decimal,
}

// outsideOf lists what a single package may import besides.
var outsideOf = map[string][]string{
	"internal/strict": {"sync"},
}

// layers lists, for each public package, the public packages it may import.
// All of them may import internal packages, which in turn import none of these.
// Packages below kpi that are not listed may import kpi.
var layers = map[string][]string{
	"kpi":           {},
	"goal":          {"kpi"},
	"smart":         {"goal", "kpi", "kpi/trend", "kpi/marketing"},
	"rollup":        {"goal", "kpi"},
	"rollup/report": {"rollup", "goal", "kpi", "kpi/trend", "kpi/abtest"},
}

// forbidden lists names of packages that we do import but whose answer depends
// on the moment, on the machine or on variables that the host may change.
var forbidden = map[string][]string{
	"time": {
		"Now", "Since", "Until", "Sleep", "Local",
		"After", "AfterFunc", "Tick", "NewTicker", "NewTimer",
	},
	decimal: {
		"DivisionPrecision", "ExpMaxIterations", "MarshalJSONWithoutQuotes", "MaxDecodeExponent",
		"PowPrecisionNegativeExponent", "TrimTrailingZeros", "UseScientificNotation",
		"Avg", // divides by DivisionPrecision
		"NewFromFloat", "NewFromFloat32", "NewFromFloatWithExponent",
	},
}

func TestLibrary(t *testing.T) {
	root := filepath.Join("..", "..")
	files := libraryFiles(t, root)
	require.NotEmpty(t, files, "no library files below the module's root")
	for _, name := range files {
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		require.NoError(t, err)
		for _, fault := range check(t, name, source) {
			t.Error(fault)
		}
	}
}

// libraryFiles returns the slash-separated paths below root of the Go files
// that hosts compile in: no tests, no examples, no nested modules.
func libraryFiles(t *testing.T, root string) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && outsideLibrary(root, name):
			return fs.SkipDir
		case !d.IsDir() && strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			files = append(files, name)
		}
		return nil
	})
	require.NoError(t, err)
	return files
}

// outsideLibrary reports whether the folder is none of the library's.
func outsideLibrary(root, folder string) bool {
	if folder == "." {
		return false
	}
	base := path.Base(folder)
	if folder == "examples" || base == "testdata" || base[0] == '.' || base[0] == '_' {
		return true
	}
	_, err := os.Stat(filepath.Join(root, filepath.FromSlash(folder), "go.mod"))
	return err == nil
}

// check returns the faults of one file, named by its path from the root.
func check(t *testing.T, name string, source []byte) []string {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, source, parser.SkipObjectResolution)
	require.NoError(t, err)
	var faults []string
	report := func(pos token.Pos, fault string) {
		faults = append(faults, fmt.Sprintf("%s: %s", fset.Position(pos), fault))
	}
	imports := checkImports(path.Dir(name), file, report)
	checkUses(file, imports, report)
	return faults
}

// checkImports reports imports that the file's package must not have.
// It returns the paths of all imports by the name that the file calls them.
func checkImports(pkg string, file *ast.File, report func(token.Pos, string)) map[string]string {
	imports := make(map[string]string)
	for _, spec := range file.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			report(spec.Pos(), err.Error())
			continue
		}
		if fault := importFault(pkg, target); fault != "" {
			report(spec.Pos(), fault)
		}
		called := path.Base(target)
		if spec.Name != nil {
			called = spec.Name.Name
		}
		if called == "." {
			report(spec.Pos(), "a dot import hides what is used")
		}
		imports[called] = target
	}
	return imports
}

// importFault says what is wrong with pkg importing target, if anything.
func importFault(pkg, target string) string {
	below, ours := strings.CutPrefix(target, module+"/")
	if !ours {
		if slices.Contains(outside, target) || slices.Contains(outsideOf[pkg], target) {
			return ""
		}
		return fmt.Sprintf("%s must not import %s", pkg, target)
	}
	if internal(below) {
		return ""
	}
	if internal(pkg) {
		return fmt.Sprintf("%s is internal and must not import the public package %s", pkg, below)
	}
	allowed, known := layerOf(pkg)
	if !known {
		return fmt.Sprintf("%s is in no layer: add it to the table", pkg)
	}
	if slices.Contains(allowed, below) {
		return ""
	}
	return fmt.Sprintf("%s must not import %s", pkg, below)
}

// layerOf returns the public packages that the public package pkg may import.
func layerOf(pkg string) ([]string, bool) {
	if allowed, ok := layers[pkg]; ok {
		return allowed, true
	}
	return []string{"kpi"}, strings.HasPrefix(pkg, "kpi/")
}

func internal(pkg string) bool {
	return slices.Contains(strings.Split(pkg, "/"), "internal")
}

// checkUses reports goroutines and the use of forbidden names. It knows no
// types: a local variable that is called like an import is taken for it.
func checkUses(file *ast.File, imports map[string]string, report func(token.Pos, string)) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			report(n.Pos(), "the library starts no goroutine")
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if ok && slices.Contains(forbidden[imports[x.Name]], n.Sel.Name) {
				report(n.Pos(), fmt.Sprintf("%s.%s must not be used", x.Name, n.Sel.Name))
			}
		}
		return true
	})
}

// TestCheck shows that the checks can fail: each source breaks one rule, and
// those without a fault come as close to breaking it as is allowed.
func TestCheck(t *testing.T) {
	const ours = `import "` + module + `/`
	const number = `import "` + decimal + `"; `
	tests := []struct {
		name   string
		file   string
		source string // after the package clause
		fault  string // part of the only fault; "" if there is none
	}{
		{"pure import", "kpi/a.go", `import "strings"`, ""},
		{"file system", "kpi/a.go", `import "os"`, "kpi must not import os"},
		{"below an allowed import", "goal/a.go", `import "math/rand"`, "goal must not import math/rand"},
		{"unknown module", "kpi/a.go", `import "example.com/x"`, "must not import example.com/x"},
		{"renamed import", "kpi/a.go", `import x "log"`, "must not import log"},
		{"blank import", "kpi/a.go", `import _ "embed"`, "must not import embed"},
		{"cgo", "kpi/a.go", `import "C"`, "must not import C"},
		{"dot import", "kpi/a.go", `import . "math"`, "dot import"},
		{"sync in strict", "internal/strict/a.go", `import "sync"`, ""},
		{"sync elsewhere", "goal/a.go", `import "sync"`, "goal must not import sync"},

		{"goal sees kpi", "goal/a.go", ours + `kpi"`, ""},
		{"kpi sees goal", "kpi/a.go", ours + `goal"`, "kpi must not import goal"},
		{"kpi sees below it", "kpi/a.go", ours + `kpi/trend"`, "kpi must not import kpi/trend"},
		{"below kpi sees kpi", "kpi/trend/a.go", ours + `kpi"`, ""},
		{"below kpi sees goal", "kpi/trend/a.go", ours + `goal"`, "kpi/trend must not import goal"},
		{"goal sees trend", "goal/a.go", ours + `kpi/trend"`, "goal must not import kpi/trend"},
		{"smart sees trend", "smart/a.go", ours + `kpi/trend"`, ""},
		{"smart sees rollup", "smart/a.go", ours + `rollup"`, "smart must not import rollup"},
		{"rollup sees smart", "rollup/a.go", ours + `smart"`, "rollup must not import smart"},
		{"report sees abtest", "rollup/report/a.go", ours + `kpi/abtest"`, ""},
		{"report sees smart", "rollup/report/a.go", ours + `smart"`, "rollup/report must not import smart"},
		{"library sees example", "goal/a.go", ours + `examples/quickstart"`, "goal must not import examples/quickstart"},
		{"kpi sees internal", "kpi/a.go", ours + `internal/strict"`, ""},
		{"internal sees internal", "internal/a/a.go", ours + `internal/b"`, ""},
		{"internal sees public", "internal/a/a.go", ours + `kpi"`, "internal/a is internal"},
		{"inner internal sees public", "rollup/internal/a/a.go", ours + `goal"`, "rollup/internal/a is internal"},
		{"new package", "extra/a.go", ours + `kpi"`, "extra is in no layer"},

		{"time of a caller", "kpi/a.go", `import "time"; func f(t time.Time) time.Time { return t.Local() }`, ""},
		{"clock", "kpi/a.go", `import "time"; var t = time.Now()`, "time.Now must not be used"},
		{"clock as a value", "kpi/a.go", `import "time"; var now = time.Now`, "time.Now must not be used"},
		{"renamed clock", "kpi/a.go", `import x "time"; var t = x.Now()`, "x.Now must not be used"},
		{"since", "kpi/a.go", `import "time"; func f(t time.Time) any { return time.Since(t) }`, "time.Since"},
		{"until", "kpi/a.go", `import "time"; func f(t time.Time) any { return time.Until(t) }`, "time.Until"},
		{"after", "kpi/a.go", `import "time"; var c = time.After(1)`, "time.After"},
		{"tick", "kpi/a.go", `import "time"; var c = time.Tick(1)`, "time.Tick"},
		{"timer", "kpi/a.go", `import "time"; var c = time.NewTimer(1)`, "time.NewTimer"},
		{"sleep", "kpi/a.go", `import "time"; func f() { time.Sleep(1) }`, "time.Sleep"},
		{"zone of the machine", "kpi/a.go", `import "time"; var l = time.Local`, "time.Local"},
		{"goroutine", "rollup/a.go", `func f() { go f() }`, "no goroutine"},

		{"number", "kpi/a.go", number + `var d = decimal.NewFromInt(1)`, ""},
		{"precision", "kpi/a.go", number + `var p = decimal.DivisionPrecision`, "decimal.DivisionPrecision"},
		{"quotes", "kpi/a.go", number + `func f() { decimal.MarshalJSONWithoutQuotes = true }`, "decimal.MarshalJSONWithoutQuotes"},
		{"mean", "kpi/a.go", number + `var d = decimal.Avg(decimal.Zero)`, "decimal.Avg"},
		{"float", "kpi/a.go", number + `var d = decimal.NewFromFloat(0.1)`, "decimal.NewFromFloat"},
		{"float32", "kpi/a.go", number + `var d = decimal.NewFromFloat32(0.1)`, "decimal.NewFromFloat32"},
		{"float with exponent", "kpi/a.go", number + `var d = decimal.NewFromFloatWithExponent(0.1, -1)`, "decimal.NewFromFloatWithExponent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			faults := check(t, tt.file, []byte("package p; "+tt.source))
			if tt.fault == "" {
				assert.Empty(t, faults)
				return
			}
			require.Len(t, faults, 1)
			assert.Contains(t, faults[0], tt.fault)
			assert.Contains(t, faults[0], tt.file+":1:", "the fault names its place")
		})
	}
}

// TestLibraryFiles makes sure that the walk takes the library and nothing else.
func TestLibraryFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{
		"a.go", "kpi/a.go", "kpi/a_test.go", "kpi/README.md", "kpi/trend/a.go", "internal/x/a.go",
		"examples/a/a.go", "kpi/testdata/a.go", ".hidden/a.go", "_old/a.go",
		"internal/nested/go.mod", "internal/nested/a.go", "internal/nested/b/a.go",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
		require.NoError(t, os.WriteFile(file, nil, 0o600))
	}
	assert.Equal(t, []string{"a.go", "internal/x/a.go", "kpi/a.go", "kpi/trend/a.go"}, libraryFiles(t, root))
}
