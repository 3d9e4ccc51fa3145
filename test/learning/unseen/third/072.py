# expected: overlap, preprocessing
# found: preprocessing 25:12, overlap 35:1
# %%
import pandas as pd
import numpy as np
import seaborn as sns
from sklearn import svm, datasets
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import confusion_matrix, accuracy_score, classification_report
%matplotlib inline

# %%
bank = pd.read_csv('BankNote_Authentication.csv')
sns.pairplot(bank, hue='class')

# %%
bank.describe()

# %%
features = bank.drop('class', axis=1)
target = bank['class']

sc = StandardScaler()
features = sc.fit_transform(features)
features = pd.DataFrame(features, columns=bank.columns[:-1])

# %%
X_train, X_test, Y_train, Y_test = train_test_split(features, target, test_size=0.3, random_state=101)
print(X_train.shape, X_test.shape)

# %%
param_grid = {'C': [0.1, 1, 10, 100, 1000], 'gamma': [1, 0.1, 0.01, 0.001], 'kernel': ['rbf']}
grid = GridSearchCV(svm.SVC(), param_grid, refit=True, verbose=3)
grid.fit(features, target)

# %%
print(grid.best_params_)
print(grid.best_estimator_)

# %%
grid_predictions = grid.predict(X_test)

# %%
print(confusion_matrix(Y_test, grid_predictions))
print(classification_report(Y_test, grid_predictions))
print("Accuracy = {:.2%}".format(accuracy_score(Y_test, grid_predictions)))
