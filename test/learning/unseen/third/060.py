# expected: multi-test, preprocessing
# found: preprocessing 26:33, preprocessing 26:54, multi-test 59:10
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
%matplotlib inline
from keras.models import Sequential
from keras.layers import Dense, Activation
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

# %%
concrete_data = pd.read_csv('https://s3-api.us-geo.objectstorage.softlayer.net/cf-courses-data/CognitiveClass/DL0101EN/labs/data/concrete_data.csv')
concrete_data.head()

# %%
concrete_data.isnull().sum()

# %%
concrete_data_columns = concrete_data.columns
predictors = concrete_data[concrete_data_columns[concrete_data_columns != 'Strength']]
target = concrete_data['Strength']

# %%
predictors_norm = (predictors - predictors.mean()) / predictors.std()
predictors_norm.head()
n_cols = predictors_norm.shape[1]

# %%
X_train, X_test, y_train, y_test = train_test_split(predictors_norm, target, test_size=0.3, random_state=42)

# %%
def regression_model(hidden=1):
    model = Sequential()
    model.add(Dense(10, activation='relu', input_shape=(n_cols,)))
    for _ in range(hidden - 1):
        model.add(Dense(10, activation='relu'))
    model.add(Dense(1))
    model.compile(optimizer='adam', loss='mean_squared_error')
    return model

# %% [markdown]
# ## B. one hidden layer, 50 epochs

# %%
model = regression_model()
model.fit(X_train, y_train, epochs=50, verbose=0)
y_pred = model.predict(X_test)
mse_b = mean_squared_error(y_test, y_pred)
mse_b

# %% [markdown]
# ## C. 100 epochs

# %%
model = regression_model()
model.fit(X_train, y_train, epochs=100, verbose=0)
y_pred = model.predict(X_test)
mse_c = mean_squared_error(y_test, y_pred)
mse_c

# %% [markdown]
# ## D. three hidden layers

# %%
model = regression_model(hidden=3)
model.fit(X_train, y_train, epochs=50, verbose=0)
mse_d = mean_squared_error(y_test, model.predict(X_test))
print('B', mse_b, 'C', mse_c, 'D', mse_d)
