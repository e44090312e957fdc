//! `CategoryBrowse`: which categories are in a category.

use super::super::Context;
use super::super::offer::{BadCall, Serve, required};
use super::super::sites::{self, Category};
use super::{Response, groups, responses};
use crate::awis::alexa::{
    Alexa, CategoriesType, CategoryBrowseResponseType, CategoryBrowseType, CategoryType,
    UnsignedIntegerType,
};
use crate::awis::operations::CategoryBrowse;
use crate::awis::{self, CategoryBrowseRequest};

/// The groups that the original knew. This service has data for `Categories` alone.
const GROUPS: [&str; 4] = ["Categories", "LanguageCategories", "LetterBars", "RelatedCategories"];

impl Serve for CategoryBrowse {
    fn answer(request: &awis::CategoryBrowse, context: &Context) -> CategoryBrowseResponseType {
        CategoryBrowseResponseType::new(responses(&request.request, context, find))
    }

    fn refuse(call: BadCall) -> CategoryBrowseResponseType {
        CategoryBrowseResponseType::new([Response::refused(call).into()])
    }
}

fn find(request: &CategoryBrowseRequest) -> Result<Alexa, BadCall> {
    let groups = groups(&request.response_group, &GROUPS)?;
    let path = required("Path", &request.path)?;
    let Some(categories) = sites::categories(path) else {
        return Err(BadCall::other(format!("There is no category {path}")));
    };
    let described = request.descriptions.as_deref() == Some("True");
    let mut browse = CategoryBrowseType::new();
    if groups.contains(&"Categories") {
        let categories: Vec<_> = categories.map(|category| written(category, described)).collect();
        browse = browse.with_categories(CategoriesType::new().with_category(categories));
    }
    Ok(Alexa::new().with_category_browse(browse))
}

fn written(category: &Category, described: bool) -> CategoryType {
    let count = |number: u32| UnsignedIntegerType::new(number).expect("a u32 is not negative");
    let written = CategoryType::new()
        .with_path(category.path)
        .with_title(category.title())
        .with_sub_category_count(count(category.categories))
        .with_total_listing_count(count(category.sites));
    if described { written.with_description(category.description) } else { written }
}
