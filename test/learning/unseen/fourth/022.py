# expected: overlap
# found: overlap 28:1
# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, confusion_matrix
# %%
iris = pd.read_csv('Iris.csv')
iris.drop('Id', axis=1, inplace=True)
iris.head()
# %%
iris['Species'] = iris['Species'].map({'Iris-setosa': 0, 'Iris-versicolor': 1, 'Iris-virginica': 2})
iris.describe()
# %%
import matplotlib.pyplot as plt
iris.plot(kind='scatter', x='SepalLengthCm', y='SepalWidthCm')
plt.show()
# %%
train = iris.sample(frac=0.8, random_state=1)
test = iris.sample(frac=0.2, random_state=2)
print(train.shape)
print(test.shape)
# %%
features = ['SepalLengthCm', 'SepalWidthCm', 'PetalLengthCm', 'PetalWidthCm']
target = 'Species'
# %%
model = RandomForestClassifier(n_estimators=20)
model.fit(train[features], train[target])
# %%
out = model.predict(test[features])
print("accuracy = ", accuracy_score(test[target], out))
print(confusion_matrix(test[target], out))
# %%
# example
model.predict([[5.1, 3.5, 1.4, 0.2]])
