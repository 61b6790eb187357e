package main

import (
	"database/sql"
	"fmt"
	"math"

	_ "modernc.org/sqlite"

	"github.com/goalkit/goalkit/internal/fixed"
	"github.com/goalkit/goalkit/internal/forest"
)

// tables does the same in SQL.
func tables(s scale, p *page) {
	table := p.table("SQL",
		"SQLite in memory (modernc.org/sqlite, pure Go; the C library is about twice as fast), one connection, float64, a\n"+
			"bushy forest; rollups in 5 rounds. All goals: one UPDATE a level, deepest first. Root only: one recursive query from the root down.\n"+
			"One leaf: an UPDATE of it and of each goal above, prepared, in one transaction.",
		"goals", "exact rollup, ns a goal", "all goals / exact", "root only / exact", "one leaf / exact update")
	for _, size := range s.tables {
		f := forest.New(forest.Bushy, size)
		d := newDatabase(f)
		e := f.Engine()
		want := float64(e.Figure(0).Units()) / fixed.One
		full := s.fewer(5).race(
			variant{"exact", func() { e.Rollup(false) }},
			variant{"levels", func() { check(d.rollup()) }},
			variant{"recursive", func() { sameRoot(want, progressOfRoot(d)) }},
		)
		changes := f.Changes()
		one := s.race(
			variant{"exact", func() { c := changes.Take(1)[0]; e.Set(c.Slot, c.Figure(e)) }},
			variant{"sql", func() { check(d.update(changes.Take(1)[0])) }},
		)
		check(d.Close())
		table.row(short(size)).plain(full.ns("exact", size)).
			plain(full.ratio("levels", "exact")).plain(full.ratio("recursive", "exact")).
			plain(one.ratio("sql", "exact"))
	}
	p.remarks = append(p.remarks, "PostgreSQL: it needs a server, which `go run` cannot bring along.")
}

// A database holds a forest in a table.
type database struct {
	*sql.DB
	parents       []int32
	depth         int
	setLeaf, mean *sql.Stmt
}

const leafProgress = "min(max((value - start) / (target - start), 0), 1)"

const meanBelow = `(SELECT sum(c.weight * c.progress) / sum(c.weight) FROM goal c WHERE c.parent = goal.id)`

func newDatabase(f *forest.Forest) *database {
	db, err := sql.Open("sqlite", ":memory:")
	check(err)
	db.SetMaxOpenConns(1) // each has a memory of its own
	d := &database{DB: db, parents: f.Parents, depth: f.Depth()}
	d.exec(`CREATE TABLE goal (id INTEGER PRIMARY KEY, parent INTEGER, depth INTEGER, weight REAL,
		start REAL, target REAL, value REAL, progress REAL)`)
	d.fill(f)
	d.exec(`CREATE INDEX by_parent ON goal (parent)`)
	d.exec(`CREATE INDEX by_depth ON goal (depth)`)
	d.exec(`ANALYZE`)
	d.setLeaf, err = db.Prepare("UPDATE goal SET value = ? WHERE id = ?")
	check(err)
	d.mean, err = db.Prepare("UPDATE goal SET progress = CASE WHEN start IS NULL THEN " + meanBelow +
		" ELSE " + leafProgress + " END WHERE id = ?")
	check(err)
	check(d.rollup())
	return d
}

func (d *database) exec(text string) {
	_, err := d.Exec(text)
	check(err)
}

func (d *database) fill(f *forest.Forest) {
	tx, err := d.Begin()
	check(err)
	insert, err := tx.Prepare("INSERT INTO goal (id, parent, depth, weight) VALUES (?, ?, ?, ?)")
	check(err)
	depth := make([]int, len(f.Parents))
	for i, p := range f.Parents {
		if p >= 0 {
			depth[i] = depth[p] + 1
		}
		_, err := insert.Exec(i, p, depth[i], float64(f.Weights[i])/100)
		check(err)
	}
	update, err := tx.Prepare("UPDATE goal SET start = ?, target = ?, value = ? WHERE id = ?")
	check(err)
	for i, slot := range f.Leaves {
		l := f.Lines[i]
		_, err := update.Exec(float64(l.From)/100, float64(l.To)/100, float64(l.Value)/100, slot)
		check(err)
	}
	check(tx.Commit())
}

// rollup finds the progress of all goals.
func (d *database) rollup() error {
	if _, err := d.Exec("UPDATE goal SET progress = " + leafProgress + " WHERE start IS NOT NULL"); err != nil {
		return err
	}
	for depth := d.depth - 1; depth >= 0; depth-- {
		_, err := d.Exec("UPDATE goal SET progress = "+meanBelow+" WHERE depth = ? AND start IS NULL", depth)
		if err != nil {
			return err
		}
	}
	return nil
}

// progressOfRoot follows every leaf's share of the root down, and adds up.
func progressOfRoot(d *database) (progress float64) {
	check(d.QueryRow(`
		WITH RECURSIVE
			whole (id, weight) AS MATERIALIZED (SELECT parent, sum(weight) FROM goal GROUP BY parent),
			down (id, share) AS (
				SELECT 0, 1.0
				UNION ALL
				SELECT g.id, down.share * g.weight / whole.weight
				FROM down JOIN whole ON whole.id = down.id JOIN goal g ON g.parent = down.id
			)
		SELECT sum(down.share * ` + leafProgress + `) FROM down JOIN goal USING (id) WHERE start IS NOT NULL`).Scan(&progress))
	return progress
}

// sameRoot ends the program if SQL came to something else.
func sameRoot(want, got float64) {
	if math.Abs(got-want) > 1e-9 {
		check(fmt.Errorf("SQL came to %v instead of %v", got, want))
	}
}

func (d *database) update(c forest.Change) error {
	tx, err := d.Begin()
	if err != nil {
		return err
	}
	if _, err := tx.Stmt(d.setLeaf).Exec(float64(c.Value)/100, c.Slot); err != nil {
		return err
	}
	for slot := c.Slot; slot >= 0; slot = d.parents[slot] {
		if _, err := tx.Stmt(d.mean).Exec(slot); err != nil {
			return err
		}
	}
	return tx.Commit()
}
