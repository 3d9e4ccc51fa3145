# expected: overlap, preprocessing
# found: preprocessing 23:5, overlap 30:1
# undecided: multi-test
# %%
import pandas as pd
import numpy as np
from sklearn.preprocessing import scale
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC
from sklearn.metrics import accuracy_score, classification_report

# %%
names = ['sepal_l', 'sepal_w', 'petal_l', 'petal_w', 'species']
wine = pd.read_csv('https://archive.ics.uci.edu/ml/machine-learning-databases/wine/wine.data', header=None)
wine.columns = ['class', 'alcohol', 'malic', 'ash', 'alcal', 'mg', 'phenols', 'flav', 'nonflav', 'proanth', 'color', 'hue', 'od', 'proline']
wine.groupby('class').mean().T

# %%
import seaborn as sns
sns.pairplot(wine, vars=['alcohol', 'flav', 'color', 'proline'], hue='class')

# %%
X = scale(wine.drop('class', axis=1))
y = wine['class']

# %%
params = [{'kernel': ['linear'], 'C': [.01, .1, 1, 10]},
          {'kernel': ['rbf'], 'C': [.1, 1, 10, 100], 'gamma': [.001, .01, .1, 1]}]
search = GridSearchCV(SVC(), params, cv=5, scoring='accuracy', return_train_score=True)
search.fit(X, y)
print('best score', search.best_score_)
print('best params', search.best_params_)

# %%
pd.DataFrame(search.cv_results_)[['params', 'mean_test_score', 'mean_train_score']].sort_values('mean_test_score', ascending=False).head()

# %%
# final check on a test set
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.3, random_state=0)
model = search.best_estimator_
pred = model.predict(X_test)
print('accuracy', accuracy_score(y_test, pred))
print(classification_report(y_test, pred))
