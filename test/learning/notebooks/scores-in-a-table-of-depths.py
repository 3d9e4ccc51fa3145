# expected: multi-test
# found: multi-test 12:17
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor
from sklearn.metrics import mean_absolute_error
home = pd.read_csv('home.csv')
train_X, val_X, train_y, val_y = train_test_split(home[['a']], home.price, random_state=1)
def get_mae(max_leaf_nodes, train_X, val_X, train_y, val_y):
    model = DecisionTreeRegressor(max_leaf_nodes=max_leaf_nodes, random_state=0)
    model.fit(train_X, train_y)
    preds_val = model.predict(val_X)
    return mean_absolute_error(val_y, preds_val)
scores = {leaf: get_mae(leaf, train_X, val_X, train_y, val_y) for leaf in [5, 50, 500]}
best = min(scores, key=scores.get)
