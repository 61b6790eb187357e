// Command bench measures goalkit against its goals and against what else one
// could use, and writes RESULTS.md beside itself:
//
//	go run .           # everything, about ten minutes
//	go run . -quick    # small sizes in a few seconds, to standard output
//
// It is a module of its own, so that the library does not depend on what it is
// compared with. The single benchmarks run without it: go test -bench . ./rollup
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"time"
)

func main() {
	quick := flag.Bool("quick", false, "small sizes, to standard output")
	flag.Parse()
	log.SetFlags(log.Ltime)
	if *quick {
		fmt.Print(string(run(quickly)))
		return
	}
	if err := os.WriteFile("RESULTS.md", run(fully), 0o644); err != nil {
		log.Fatal(err)
	}
}

// A scale says how much is measured.
type scale struct {
	rollups  []int // numbers of goals
	memory   []int
	loads    []int
	tables   []int // of SQL
	readings int
	deepest  int // chain to recurse down: beyond it recursion ends the process
	pointers int // goals that there is memory for as nodes with pointers

	quick    bool
	rounds   int           // at least
	patience time.Duration // as long as which there are more
	turn     time.Duration // how long a variant works before it is the next one's turn
}

var (
	fully = scale{
		rollups: []int{1_000, 100_000, 1_000_000, 10_000_000}, memory: []int{1_000_000},
		loads: []int{1_000, 100_000, 1_000_000}, tables: []int{100_000, 1_000_000}, readings: 10_000_000,
		deepest: 1_000_000, pointers: 1_000_000, rounds: 7, patience: 2 * time.Second, turn: 20 * time.Millisecond,
	}
	quickly = scale{
		rollups: []int{100, 1_000}, memory: []int{10_000}, loads: []int{1_000}, tables: []int{1_000}, readings: 10_000,
		deepest: 1_000, pointers: 1_000, quick: true, rounds: 3, turn: time.Millisecond,
	}
)

// run measures everything and returns the page.
func run(s scale) []byte {
	began := time.Now()
	p := &page{}
	for _, question := range []struct {
		name string
		ask  func(scale, *page)
	}{
		{"rollup", rollups},
		{"shared children", sharedChildren},
		{"update", updates},
		{"batch", batches},
		{"memory", memory},
		{"loading", loading},
		{"evaluation", evaluations},
		{"ledger", ledger},
		{"SQL", tables},
	} {
		log.Print(question.name)
		question.ask(s, p)
	}
	var out bytes.Buffer
	p.write(&out, s, began)
	log.Printf("done in %v", time.Since(began).Round(time.Second))
	return out.Bytes()
}

// check ends the program if a measurement could not be made: a page with figures
// of something else would be worse than none.
func check(err error) {
	if err != nil {
		log.Panic(err)
	}
}
