# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.pipeline import Pipeline
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error
housing = pd.read_csv('housing.csv')
housing['cat'] = pd.cut(housing['income'], bins=[0., 1.5, 3.0, 4.5, 6., 99.], labels=[1, 2, 3, 4, 5])
split = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=42)
for train_index, test_index in split.split(housing, housing['cat']):
    strat_train_set = housing.loc[train_index]
    strat_test_set = housing.loc[test_index]
housing = strat_train_set.drop('value', axis=1)
labels = strat_train_set['value'].copy()
num_pipeline = Pipeline([('imputer', SimpleImputer(strategy='median')), ('scaler', StandardScaler())])
prepared = num_pipeline.fit_transform(housing)
forest = RandomForestRegressor()
forest.fit(prepared, labels)
some = housing.iloc[:5]
print(forest.predict(num_pipeline.transform(some)))
X_test = strat_test_set.drop('value', axis=1)
final = forest.predict(num_pipeline.transform(X_test))
print(mean_squared_error(strat_test_set['value'], final))
