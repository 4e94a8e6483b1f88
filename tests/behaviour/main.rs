//! What Sanad promises, one file a behaviour. `portal` is the helper: it builds small sites in temporary folders with
//! the program itself, so that every test sees what a user sees.

mod portal;

mod build;
mod check;
mod check_across;
mod check_contacts;
mod check_dates;
mod check_fix;
mod check_grievance;
mod check_language;
mod check_links;
mod check_people;
mod check_places;
mod check_promises;
mod check_structure;
mod compress;
mod contact;
mod determinism;
mod directory;
mod escaping;
mod faults;
mod field_form;
mod golden;
mod layering;
mod layers;
mod licences;
mod mistakes_in_markdown;
mod mistakes_in_tables;
mod mistakes_in_themes;
mod mistakes_in_yaml;
mod new;
mod new_explains;
mod new_refusals;
mod properties;
mod readme;
mod search_engines;
mod seed;
mod seed_mistakes;
mod selection;
mod serve;
mod style;
