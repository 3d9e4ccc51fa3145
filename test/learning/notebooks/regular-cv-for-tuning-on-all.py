# expected: clean
# found: clean
import pandas as pd
from sklearn.model_selection import GridSearchCV
from sklearn.linear_model import Lasso
df = pd.read_csv('train.csv')
grid = GridSearchCV(Lasso(), {'alpha': [0.1, 1]}, cv=5)
grid.fit(df.drop('y', axis=1), df['y'])
print(grid.best_params_, grid.best_score_)
