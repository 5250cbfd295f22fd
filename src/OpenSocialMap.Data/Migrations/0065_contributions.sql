-- Of an amount, what its two largest contributors brought in: by these it is judged whether publishing it would tell what theirs was.
alter table restricted.cell
add column largest_contribution numeric check (largest_contribution >= 0),
add column second_contribution numeric check (second_contribution between 0 and largest_contribution);
