# expected: overlap
# found: overlap 34:1
# %%
import pandas as pd
import matplotlib.pyplot as plt
import numpy as np
from sklearn.tree import DecisionTreeRegressor
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error, r2_score
%matplotlib notebook

# %%
df = pd.read_csv('insurance.csv')
df.sample(8)

# %%
df['smoker'] = df['smoker'].map({'yes': 1, 'no': 0})
df['sex'] = df['sex'].map({'male': 1, 'female': 0})
df = pd.get_dummies(df, columns=['region'], drop_first=True)

# %%
fig, axes = plt.subplots(1, 3, figsize=(15, 4))
for ax, c in zip(axes, ['age', 'bmi', 'children']):
    ax.scatter(df[c], df['charges'], c=df['smoker'], s=8)
    ax.set_xlabel(c)

# %%
X = df.drop(columns='charges')
y = df['charges']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

# %%
regressor = DecisionTreeRegressor(max_depth=12, random_state=0)
regressor.fit(X, y)

# %%
y_pred = regressor.predict(X_test)
pd.DataFrame({'Actual': y_test, 'Predicted': y_pred}).head(10)

# %%
print("MAE:", mean_absolute_error(y_test, y_pred))
print("R2 :", r2_score(y_test, y_pred))
# 0.99 !! tree is very good for this problem

# %%
from sklearn.tree import export_graphviz
export_graphviz(regressor, out_file='tree.dot', feature_names=X.columns)
!dot -Tpng tree.dot -o tree.png
