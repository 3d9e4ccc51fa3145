# expected: clean
# found: clean
# %% [markdown]
# California housing (chapter 2 exercise, my solution)

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import StratifiedShuffleSplit, cross_val_score, RandomizedSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.tree import DecisionTreeRegressor

# %%
housing = pd.read_csv('datasets/housing/housing.csv')
housing.info()

# %%
housing.hist(bins=50, figsize=(16, 12))
plt.show()

# %%
housing["income_cat"] = pd.cut(housing["median_income"], bins=[0., 1.5, 3.0, 4.5, 6., np.inf], labels=[1, 2, 3, 4, 5])
split = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=42)
for train_index, test_index in split.split(housing, housing["income_cat"]):
    strat_train_set = housing.loc[train_index]
    strat_test_set = housing.loc[test_index]
for set_ in (strat_train_set, strat_test_set):
    set_.drop("income_cat", axis=1, inplace=True)

# %%
strat_train_set.plot(kind="scatter", x="longitude", y="latitude", alpha=0.1)

# %%
housing = strat_train_set.drop("median_house_value", axis=1)
housing_labels = strat_train_set["median_house_value"].copy()

# %%
rooms_ix, bedrooms_ix, population_ix, households_ix = 3, 4, 5, 6

class CombinedAttributesAdder(BaseEstimator, TransformerMixin):
    def __init__(self, add_bedrooms_per_room=True):
        self.add_bedrooms_per_room = add_bedrooms_per_room
    def fit(self, X, y=None):
        return self
    def transform(self, X):
        rooms_per_household = X[:, rooms_ix] / X[:, households_ix]
        population_per_household = X[:, population_ix] / X[:, households_ix]
        if self.add_bedrooms_per_room:
            bedrooms_per_room = X[:, bedrooms_ix] / X[:, rooms_ix]
            return np.c_[X, rooms_per_household, population_per_household, bedrooms_per_room]
        return np.c_[X, rooms_per_household, population_per_household]

# %%
num_attribs = list(housing.drop("ocean_proximity", axis=1))
cat_attribs = ["ocean_proximity"]
num_pipeline = Pipeline([
    ('imputer', SimpleImputer(strategy="median")),
    ('attribs_adder', CombinedAttributesAdder()),
    ('std_scaler', StandardScaler()),
])
prep = ColumnTransformer([("num", num_pipeline, num_attribs), ("cat", OneHotEncoder(handle_unknown='ignore'), cat_attribs)])

# %%
def display_scores(name, scores):
    print(name, "mean:", scores.mean(), "std:", scores.std())

for name, reg in [("lin", LinearRegression()), ("tree", DecisionTreeRegressor()), ("forest", RandomForestRegressor(30))]:
    full = Pipeline([("prep", prep), ("reg", reg)])
    s = cross_val_score(full, housing, housing_labels, scoring="neg_mean_squared_error", cv=10)
    display_scores(name, np.sqrt(-s))

# %%
full = Pipeline([("prep", prep), ("reg", RandomForestRegressor(random_state=42))])
search = RandomizedSearchCV(full, {"reg__n_estimators": [30, 100, 200], "reg__max_features": [2, 4, 6, 8],
                                   "prep__num__attribs_adder__add_bedrooms_per_room": [True, False]},
                            n_iter=10, cv=5, scoring="neg_mean_squared_error", random_state=42)
search.fit(housing, housing_labels)
search.best_params_

# %%
final_model = search.best_estimator_
X_test = strat_test_set.drop("median_house_value", axis=1)
y_test = strat_test_set["median_house_value"].copy()
final_predictions = final_model.predict(X_test)
final_rmse = np.sqrt(mean_squared_error(y_test, final_predictions))
print(final_rmse)

# %%
from scipy import stats
squared_errors = (final_predictions - y_test) ** 2
np.sqrt(stats.t.interval(0.95, len(squared_errors) - 1, loc=squared_errors.mean(), scale=stats.sem(squared_errors)))
