# expected: multi-test, preprocessing
# found: preprocessing 21:11, preprocessing 22:11, preprocessing 28:48, preprocessing 31:22, multi-test 42:9
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score, mean_absolute_error

# %%
# Carros usados - trabalho final de Mineração de Dados
carros = pd.read_csv('vehicles.csv', usecols=['price', 'year', 'manufacturer', 'condition', 'odometer', 'fuel', 'transmission', 'type'])
carros = carros[(carros.price > 500) & (carros.price < 80000)]
carros = carros.dropna(subset=['year', 'manufacturer', 'fuel'])
carros.shape

# %%
# trata outliers: winsorização nos percentis 1 e 99
lim_inf = carros['odometer'].quantile(0.01)
lim_sup = carros['odometer'].quantile(0.99)
carros['odometer'] = np.where(carros['odometer'] > lim_sup, lim_sup, carros['odometer'])
carros['odometer'] = np.where(carros['odometer'] < lim_inf, lim_inf, carros['odometer'])

# %%
# valores faltantes pela média do ano
carros['odometer'] = carros['odometer'].fillna(carros.groupby('year')['odometer'].transform('mean'))
carros = carros.dropna(subset=['odometer'])
carros['condition'] = carros['condition'].map({'salvage': 0, 'fair': 1, 'good': 2, 'excellent': 3, 'like new': 4, 'new': 5}).fillna(2)
carros['faixa_km'] = pd.qcut(carros['odometer'], 10, labels=False, duplicates='drop')

# %%
dados = pd.get_dummies(carros, columns=['manufacturer', 'fuel', 'transmission', 'type'])
treino, teste = train_test_split(dados, test_size=0.25, random_state=2021)
X_tr, y_tr = treino.drop('price', axis=1), treino['price']
X_te, y_te = teste.drop('price', axis=1), teste['price']

# %%
def avalia(modelo, log=False):
    modelo.fit(X_tr, np.log(y_tr) if log else y_tr)
    p = modelo.predict(X_te)
    if log:
        p = np.exp(p)
    return round(r2_score(y_te, p), 4), round(mean_absolute_error(y_te, p), 1)

# %%
print('Linear       ', avalia(LinearRegression()))
print('Linear (log) ', avalia(LinearRegression(), log=True))
print('Ridge        ', avalia(Ridge(10), log=True))
print('RF           ', avalia(RandomForestRegressor(100, n_jobs=-1, min_samples_leaf=2), log=True))
